import { storageKey } from '../../platform/storage/storage-key.js';

/** The forms in which a file is stored: what people open, and what timelines show. */
export type RenditionName = 'original' | 'small';

/** Previews are always WebP. */
const SMALL_TYPE = 'image/webp';

/** What names the stored files of an upload. */
export interface MediaKeys {
  key: string;
  content_type: string;
  /** Of a preview that was sent beside the file. */
  preview_key: string | null;
}

/** Storage key of one form of an upload. */
export function mediaFile(media: MediaKeys, rendition: RenditionName): string {
  return rendition === 'small'
    ? previewFile(media.preview_key ?? media.key)
    : storageKey({ kind: 'posts', secret: media.key, rendition, contentType: media.content_type });
}

export function previewFile(secret: string): string {
  return storageKey({ kind: 'posts', secret, rendition: 'small', contentType: SMALL_TYPE });
}

/** A film or sound as it was sent, until it is prepared. */
export function rawFile(secret: string): string {
  return storageKey({ kind: 'uploads', secret, rendition: 'raw', contentType: 'application/octet-stream' });
}

/** Whatever may lie in the storage for an upload; what does not is none the worse for being removed. */
export function mediaFiles(media: MediaKeys): string[] {
  const shown = [mediaFile(media, 'original'), mediaFile(media, 'small')];
  return media.content_type.startsWith('image/') ? shown : [...shown, rawFile(media.key)];
}
