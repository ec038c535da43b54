import { breaksOf, RANKS, type Break } from './break-points.js';
import { checkText } from './check-text.js';
import type { ParsedText } from './entities.js';
import { MAX_LENGTH } from './limits.js';
import { parseText } from './parse-text.js';
import { toPieces } from './to-pieces.js';

/** A sentence that ends this early would make a stub of a post; the next best break is kinder. */
const STUB = MAX_LENGTH / 4;

/**
 * Cuts a long text into posts that each fit: after a sentence, else after a comma, else between words; never inside a link, a mention, a
 * tag or a number with its unit. The last tag of the text is repeated in each part that has room for it. Only a word longer than a whole
 * post is cut inside.
 */
export function splitText(text: string): string[] {
  const parsed = parseText(text);
  if (fits(parsed.text)) return [parsed.text];
  const parts: string[] = [];
  const breaks = breaksOf(parsed);
  const end: Break = { at: parsed.text.length, rank: 'sentence', before: parsed.length, after: parsed.length };
  let from: Break = { at: 0, rank: 'sentence', before: 0, after: 0 };
  let index = 0;
  while (from.at < end.at) {
    const reach: Break[] = [];
    for (; index < breaks.length; index += 1) {
      const candidate = breaks[index];
      if (candidate === undefined || candidate.before - from.after > MAX_LENGTH) break;
      reach.push(candidate);
    }
    const to = chooseBreak(parsed.text, from, reach, end);
    parts.push(parsed.text.slice(from.at, to.at).trim());
    index -= reach.filter((candidate) => candidate.at > to.at).length;
    from = to;
  }
  return repeatLastTag(parsed, parts);
}

function chooseBreak(text: string, from: Break, reach: readonly Break[], end: Break): Break {
  const fitting = (candidate: Break): boolean => fits(text.slice(from.at, candidate.at).trim());
  if (end.before - from.after <= MAX_LENGTH && fitting(end)) return end;
  const byWorth = reach.toSorted((a, b) => worth(b, from) - worth(a, from) || b.at - a.at);
  return byWorth.find(fitting) ?? reach[0] ?? end;
}

/** A stub between words is better than a cut word, and worse than any longer part. */
function worth(candidate: Break, from: Break): number {
  const rank = RANKS.indexOf(candidate.rank);
  const isLong = candidate.before - from.after >= STUB;
  return isLong && rank >= RANKS.indexOf('word') ? rank + RANKS.length : rank;
}

function fits(text: string): boolean {
  const { code } = checkText(text);
  return code !== 'too_long' && code !== 'too_many_code_points';
}

function repeatLastTag(parsed: ParsedText, parts: string[]): string[] {
  const last = parsed.entities.findLast((entity) => entity.type === 'tag');
  if (last === undefined) return parts;
  const written = toPieces(parsed.text, [last]).find((piece) => piece.entity !== undefined)?.text ?? '';
  return parts.map((part) => {
    const tagged = `${part} ${written}`;
    const has = parseText(part).entities.some((entity) => entity.type === 'tag' && entity.name === last.name);
    return has || !fits(tagged) ? part : tagged;
  });
}
