import { continuesWord } from './characters.js';
import { characterBefore } from './code-points.js';

const TICKS_OR_LINE_END = /`+|\n/g;

/**
 * Finds what stands between backticks on one line, as UTF-16 ranges in order. What people put there is code: an `@` or `#` in it calls
 * nobody and names nothing. A backtick inside a word is somebody's apostrophe and opens no code.
 */
export function codeSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let open: number | undefined;
  for (const { 0: found, index } of text.matchAll(TICKS_OR_LINE_END)) {
    if (found === '\n') open = undefined;
    else if (open !== undefined) {
      spans.push({ start: open, end: index });
      open = undefined;
    } else if (!continuesWord(characterBefore(text, index))) open = index + found.length;
  }
  return spans;
}
