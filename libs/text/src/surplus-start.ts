import { countGraphemes, graphemes } from './graphemes.js';
import { LINK_LENGTH, MAX_LENGTH } from './limits.js';
import { canonical, normalise } from './normalise.js';
import { parseText } from './parse-text.js';
import { toPieces } from './to-pieces.js';

/**
 * The UTF-16 offset in the text as typed (not normalised) from which it is too long, for marking the surplus in a text field; missing when
 * all of it fits. A link that does not fit is surplus as a whole.
 */
export function surplusStart(text: string, options: { spoiler?: string } = {}): number | undefined {
  const budget = MAX_LENGTH - countGraphemes(normalise(options.spoiler ?? ''));
  const fitting = fittingPrefix(text, budget);
  return fitting === undefined ? undefined : offsetAsTyped(text, fitting);
}

/** UTF-16 offset in the normalised text, or nothing when it fits. */
function fittingPrefix(text: string, budget: number): number | undefined {
  const parsed = parseText(text);
  if (parsed.length <= budget) return undefined;
  let left = budget;
  let at = 0;
  for (const piece of toPieces(parsed.text, parsed.entities)) {
    const isLink = piece.entity?.type === 'link';
    for (const part of isLink ? [piece.text] : graphemes(piece.text)) {
      left -= isLink ? LINK_LENGTH : 1;
      if (left < 0) return at;
      at += part.length;
    }
  }
  return at;
}

/** The longest typed prefix that makes no more than `target` units of normalised text; the one grows with the other, so halving finds it. */
function offsetAsTyped(typed: string, target: number): number {
  const leading = typed.length - typed.trimStart().length;
  if (canonical(typed) === typed) return leading + target;
  let low = leading;
  let high = typed.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (canonical(typed.slice(0, middle)).trimStart().length > target) high = middle - 1;
    else low = middle;
  }
  return low;
}
