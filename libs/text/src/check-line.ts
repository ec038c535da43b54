import { countCodePoints } from './code-points.js';
import { graphemes } from './graphemes.js';
import { MAX_GRAPHEME_CODE_POINTS } from './limits.js';
import { isBlank, normalise } from './normalise.js';

export type LineCheck =
  | { code: 'ok'; line: string }
  | { code: 'blank' }
  | { code: 'grapheme_too_long'; limit: number }
  | { code: 'too_long'; limit: number };

/** Brings a short text into its one stored form, a single line, or says why it cannot be one. Links count as written. */
export function checkLine(text: string, limit: number): LineCheck {
  const line = normalise(text).replace(/\s*\n\s*/g, ' ');
  if (isBlank(line)) return { code: 'blank' };
  if (countCodePoints(line) > limit * MAX_GRAPHEME_CODE_POINTS) return { code: 'too_long', limit };
  let length = 0;
  for (const grapheme of graphemes(line)) {
    if (countCodePoints(grapheme) > MAX_GRAPHEME_CODE_POINTS)
      return { code: 'grapheme_too_long', limit: MAX_GRAPHEME_CODE_POINTS };
    length += 1;
  }
  return length > limit ? { code: 'too_long', limit } : { code: 'ok', line };
}
