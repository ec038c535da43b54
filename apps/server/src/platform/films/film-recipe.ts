/** What the workshop found in a file, after writing it anew. */
export interface FilmFacts {
  type: 'video' | 'audio';
  contentType: 'video/mp4' | 'video/webm' | 'audio/mpeg' | 'audio/ogg' | 'audio/wav' | 'audio/flac' | 'audio/mp4' | 'audio/webm';
  /** As it is shown, rotation respected; null for sounds. */
  width: number | null;
  height: number | null;
  /** A fraction; null for sounds. */
  frameRate: string | null;
  seconds: number;
  /** Bits a second of the whole file. */
  bitrate: number;
  bytes: number;
}

/** Why a film or sound was refused. */
export type FilmRefusal = 'unknown_type' | 'unknown_codec' | 'too_many_pixels' | 'too_many_frames' | 'too_long' | 'damaged';

/** From the workshop's child process. */
export type FilmAnswer = { made: FilmFacts } | { refused: FilmRefusal };
