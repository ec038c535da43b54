/** The word at the caret that completion helps with. */
export interface CompletionToken {
  sign: '@' | '#' | ':';
  query: string;
  /** UTF-16 offsets of the sign and of the caret. */
  start: number;
  end: number;
}

const word = /[\p{L}\p{N}\p{M}_]/u;

/**
 * Finds the token that ends at the caret: `@` and `#` after one letter, `:` only with two letters right behind it, so that
 * neither a French colon nor a clock time opens anything.
 */
export function tokenAt(text: string, caret: number): CompletionToken | null {
  let at = caret;
  while (at > 0 && caret - at < 60 && word.test(before(text, at))) at -= before(text, at).length;
  const sign = text[at - 1];
  if (sign !== '@' && sign !== '#' && sign !== ':') return null;
  const previous = at >= 2 ? before(text, at - 1) : '';
  if (previous !== '' && (word.test(previous) || previous === sign || previous === '/' || previous === '&')) return null;
  const query = text.slice(at, caret);
  if (query.length < (sign === ':' ? 2 : 1)) return null;
  if (sign === ':' && !/^\p{L}{2}/u.test(query)) return null;
  return { sign, query, start: at - 1, end: caret };
}

function before(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** The text with the token replaced, and where the caret goes. */
export function complete(text: string, token: CompletionToken, replacement: string): { text: string; caret: number } {
  const rest = text.slice(token.end);
  const space = token.sign === ':' || /^\s/u.test(rest) ? '' : ' ';
  const head = text.slice(0, token.start) + replacement + space;
  return { text: head + rest, caret: head.length + (space === '' && token.sign !== ':' ? 1 : 0) };
}
