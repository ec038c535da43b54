import { countCodePoints, skipCodePoints } from './code-points.js';
import { MAX_CODE_POINTS } from './limits.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** In normalised text each of these is a perceived character by itself, so most posts are counted without the segmenter. */
const ONLY_SIMPLE = /^[\t\n\u0020-\u007e\u00a0-\u02ff]*$/;

/** The perceived characters of a normalised text, in order. */
export function* graphemes(text: string): Generator<string> {
  if (ONLY_SIMPLE.test(text)) {
    yield* text;
    return;
  }
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** Counts perceived characters; past `MAX_CODE_POINTS`, where no text is accepted anyway, each code point counts, which bounds the work. */
export function countGraphemes(text: string): number {
  if (ONLY_SIMPLE.test(text)) return text.length;
  const bound = skipCodePoints(text, MAX_CODE_POINTS);
  return Array.from(graphemes(text.slice(0, bound))).length + countCodePoints(text, bound);
}
