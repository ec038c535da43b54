import { characterBefore, countCodePoints } from './code-points.js';
import { isWord } from './characters.js';
import { MAX_TAG_CODE_POINTS } from './limits.js';
import { tagKey } from './tag-key.js';

/** Middle dots, zero-width joiners and the Hebrew geresh stand inside words (« étudiant·e », "col·lecció"), never at their edge. */
const NAME = /[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[\u00b7\u30fb\u200c\u200d\u05f3\u05f4](?=[\p{L}\p{N}]))*/uy;
/** `a#b`, `C#` and `#/#` by their letter; `##x`, `x/#y`, `&#39;`, `@#`, `.#x` and `=#x` by their sign. */
const BEFORE = '#\uff03/&@.=$';

/** Reads the tag whose sign stands at a UTF-16 offset; `end` is a UTF-16 offset too. */
export function recogniseTag(text: string, at: number): { name: string; written: string; end: number } | undefined {
  const before = characterBefore(text, at);
  if (before !== '' && (BEFORE.includes(before) || isWord(before))) return undefined;
  NAME.lastIndex = at + 1;
  const written = NAME.exec(text)?.[0];
  if (written === undefined || countCodePoints(written) > MAX_TAG_CODE_POINTS) return undefined;
  const name = tagKey(written);
  return name === '' ? undefined : { name, written, end: at + 1 + written.length };
}
