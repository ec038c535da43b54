import { countCodePoints } from './code-points.js';
import { countGraphemes, graphemes } from './graphemes.js';
import { MAX_CODE_POINTS, MAX_GRAPHEME_CODE_POINTS, MAX_LENGTH } from './limits.js';
import { isBlank, normalise } from './normalise.js';
import { parseText } from './parse-text.js';

export type TextCheck =
  | { code: 'ok'; length: number }
  | { code: 'too_many_code_points'; codePoints: number; limit: number }
  | { code: 'grapheme_too_long'; limit: number }
  | { code: 'too_long'; length: number; limit: number; over: number }
  | { code: 'blank' };

/**
 * Says whether a post may be written as it is; text and content warning (`spoiler`) count together, the warning as written since nothing in
 * it becomes a link. `blank` comes last and speaks of the text alone, so a post with pictures may treat it as fine.
 */
export function checkText(text: string, options: { spoiler?: string } = {}): TextCheck {
  const parsed = parseText(text);
  const spoiler = normalise(options.spoiler ?? '');
  const codePoints = parsed.codePoints + countCodePoints(spoiler);
  if (codePoints > MAX_CODE_POINTS) return { code: 'too_many_code_points', codePoints, limit: MAX_CODE_POINTS };
  if (hasTowers(parsed.text) || hasTowers(spoiler)) return { code: 'grapheme_too_long', limit: MAX_GRAPHEME_CODE_POINTS };
  const length = parsed.length + countGraphemes(spoiler);
  if (length > MAX_LENGTH) return { code: 'too_long', length, limit: MAX_LENGTH, over: length - MAX_LENGTH };
  return isBlank(parsed.text) ? { code: 'blank' } : { code: 'ok', length };
}

function hasTowers(text: string): boolean {
  for (const grapheme of graphemes(text)) {
    if (grapheme.length > MAX_GRAPHEME_CODE_POINTS && countCodePoints(grapheme) > MAX_GRAPHEME_CODE_POINTS) return true;
  }
  return false;
}
