/** One form of a picture. `inside` keeps its shape within the box, `cover` fills the box and cuts what sticks out. Never enlarged by `inside`. */
export interface Rendition {
  name: string;
  width: number;
  height: number;
  fit: 'inside' | 'cover';
  /** `alike` keeps a lossless picture lossless; `webp` is small. */
  encoding: 'alike' | 'webp';
}

/** What leaves the workshop: made anew from pixels, without any of the metadata that came in. */
export interface MadeImage {
  name: string;
  bytes: Buffer;
  contentType: 'image/jpeg' | 'image/png' | 'image/webp';
  width: number;
  height: number;
}

export interface MadeImages {
  images: MadeImage[];
  /** A few characters that draw a blurred stand-in. */
  blurhash: string;
}

/** To the workshop's child process. */
export interface ImageOrder {
  id: number;
  bytes: Uint8Array;
  renditions: Rendition[];
}

/** Why a picture was refused. */
export type ImageRefusal = 'unknown_type' | 'too_many_pixels' | 'damaged';

/** From the child process. */
export type ImageAnswer = { id: number; made: MadeImages } | { id: number; refused: ImageRefusal };
