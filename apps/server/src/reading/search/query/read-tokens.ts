import type { Place } from './search.errors.js';

/** A piece of a query: a word up to the next space, or what stands between quotation marks. */
export interface Token extends Place {
  text: string;
  quoted: boolean;
  negated: boolean;
}

const SPACE = /\s/u;
const QUOTES: Record<string, string> = { '"': '"', '“': '”', '«': '»' };

/** Cuts a query into tokens, in one walk. A quotation that is never closed goes to the end. */
export function readTokens(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    if (SPACE.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    const negated = query[at] === '-' && at + 1 < query.length && !SPACE.test(query.charAt(at + 1));
    if (negated) at += 1;
    const close = QUOTES[query.charAt(at)];
    const quoted = close !== undefined;
    const from = quoted ? at + 1 : at;
    const to = quoted ? endOf(query, close, from) : wordEnd(query, from);
    tokens.push({ text: query.slice(from, to), quoted, negated, start, end: quoted ? Math.min(to + 1, query.length) : to });
    at = quoted ? to + 1 : to;
  }
  return tokens;
}

function endOf(query: string, close: string, from: number): number {
  const end = query.indexOf(close, from);
  return end === -1 ? query.length : end;
}

function wordEnd(query: string, from: number): number {
  let at = from;
  while (at < query.length && !SPACE.test(query.charAt(at))) at += 1;
  return at;
}
