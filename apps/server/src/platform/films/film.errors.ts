import { LIMITS } from '@roost/contracts';
import { Invalid } from '../errors.js';
import type { FilmRefusal } from './film-recipe.js';

const SENTENCES: Record<FilmRefusal | 'too_slow', string> = {
  unknown_type: 'File is not a film or sound Roost takes: send MP4, MOV, WebM, MP3, Ogg, WAV, FLAC or M4A',
  unknown_codec: 'File holds a kind of film or sound that browsers do not play',
  too_many_pixels: `File has pictures of more than ${LIMITS.filmPixels} pixels`,
  too_many_frames: `File has more than ${LIMITS.filmFrameRate} pictures a second`,
  too_long: `File lasts longer than ${LIMITS.filmSeconds / 60} minutes`,
  damaged: 'File is damaged and cannot be read as a film or sound',
  too_slow: 'File takes too much work to read as a film or sound',
};

/** A file that is no film or sound, or none that can be taken. The code ends with the reason: `film.damaged`. */
export class FilmRefused extends Invalid {
  constructor(refusal: keyof typeof SENTENCES) {
    super(`Validation failed: ${SENTENCES[refusal]}`, { file: [SENTENCES[refusal]] }, `film.${refusal}`);
  }
}
