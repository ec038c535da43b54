import { isWord } from './characters.js';
import { characterBefore, countCodePoints } from './code-points.js';
import { MAX_TAG_CODE_POINTS } from './limits.js';
import { tagKey } from './tag-key.js';

/** Letters, marks, digits and underscores. */
const RUN = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*/uy;
/** Middle dots, the Hebrew geresh and zero-width joiners stand inside words (« étudiant·e », "col·lecció"), never at their edge. */
const JOINERS = '\u00b7\u30fb\u05f3\u05f4\u200c\u200d';
/** `##x`, `x/#y`, `&#39;`, `@#x`, `id=#x`, `$#x` and `\#x` are not tags. */
const BEFORE = '#\uff03/&@=$\\';

/** Reads the tag whose sign stands at a UTF-16 offset; `end` is a UTF-16 offset too. `C#` and `a#b` fall to the letter before the sign. */
export function recogniseTag(text: string, at: number): { name: string; written: string; end: number } | undefined {
  const before = characterBefore(text, at);
  if (before !== '' && (BEFORE.includes(before) || isWord(before))) return undefined;
  const end = nameEnd(text, at + 1);
  const written = text.slice(at + 1, end);
  if (countCodePoints(written) > MAX_TAG_CODE_POINTS) return undefined;
  const name = tagKey(written);
  return name === '' ? undefined : { name, written, end };
}

function nameEnd(text: string, from: number): number {
  let end = runEnd(text, from);
  if (end === from) return from;
  while (JOINERS.includes(text.charAt(end) || ' ')) {
    const next = runEnd(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function runEnd(text: string, from: number): number {
  RUN.lastIndex = from;
  return from + (RUN.exec(text)?.[0].length ?? 0);
}
