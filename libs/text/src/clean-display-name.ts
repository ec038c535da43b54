import { countCodePoints } from './code-points.js';
import { graphemes } from './graphemes.js';
import { MAX_DISPLAY_NAME_LENGTH, MAX_GRAPHEME_CODE_POINTS } from './limits.js';

export type DisplayNameCheck =
  | { code: 'ok'; name: string }
  /** Bidi controls, zero-width characters (the joiner of family emoji too), controls, private use: not what it looks like. */
  | { code: 'hidden_characters' }
  | { code: 'blank' }
  | { code: 'grapheme_too_long'; limit: number }
  | { code: 'too_long'; length: number; limit: number };

/** U+FEFF is a blank to JavaScript, and a hidden character to us. */
const BLANKS = /[^\S\ufeff]+/g;
const EMOJI_STYLE = /(\p{Extended_Pictographic})\ufe0f/gu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Brings a display name into its one stored form (NFKC, single blanks), or says why it cannot be one. */
export function cleanDisplayName(name: string): DisplayNameCheck {
  const clean = name.normalize('NFKC').replace(BLANKS, ' ').replace(/^ | $/g, '');
  if (HIDDEN.test(clean.replace(EMOJI_STYLE, '$1'))) return { code: 'hidden_characters' };
  if (clean === '') return { code: 'blank' };
  let length = 0;
  for (const grapheme of graphemes(clean)) {
    if (countCodePoints(grapheme) > MAX_GRAPHEME_CODE_POINTS)
      return { code: 'grapheme_too_long', limit: MAX_GRAPHEME_CODE_POINTS };
    length += 1;
  }
  return length > MAX_DISPLAY_NAME_LENGTH
    ? { code: 'too_long', length, limit: MAX_DISPLAY_NAME_LENGTH }
    : { code: 'ok', name: clean };
}
