import { countCodePoints } from './code-points.js';
import { graphemes } from './graphemes.js';
import { MAX_DISPLAY_NAME_LENGTH, MAX_GRAPHEME_CODE_POINTS } from './limits.js';

export type DisplayNameCheck =
  | { code: 'ok'; name: string }
  | { code: 'blank' }
  | { code: 'too_long'; length: number; limit: number }
  /** Bidi controls, zero-width characters, private-use or control characters: a name that is not what it looks like. */
  | { code: 'hidden_characters' }
  | { code: 'grapheme_too_long'; limit: number };

const EMOJI_STYLE = /(\p{Extended_Pictographic})\ufe0f/gu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Brings a display name into its one stored form (NFKC, single blanks), or says why it cannot be one. */
export function cleanDisplayName(name: string): DisplayNameCheck {
  const normal = name.normalize('NFKC').replace(/\s/g, ' ').replace(/ {2,}/g, ' ').trim();
  if (HIDDEN.test(normal.replace(EMOJI_STYLE, '$1'))) return { code: 'hidden_characters' };
  if (normal === '') return { code: 'blank' };
  let length = 0;
  for (const grapheme of graphemes(normal)) {
    if (countCodePoints(grapheme) > MAX_GRAPHEME_CODE_POINTS) return { code: 'grapheme_too_long', limit: MAX_GRAPHEME_CODE_POINTS };
    length += 1;
  }
  return length > MAX_DISPLAY_NAME_LENGTH ? { code: 'too_long', length, limit: MAX_DISPLAY_NAME_LENGTH } : { code: 'ok', name: normal };
}
