/** Counts code points; the text must be well formed, as `normalise` leaves it. */
export function countCodePoints(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    if (!isLowSurrogate(text.charCodeAt(at))) count += 1;
  }
  return count;
}

/** The UTF-16 offset that lies `count` code points after `from`, at most the end of the text. */
export function skipCodePoints(text: string, count: number, from = 0): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; left -= 1) {
    at += isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return at;
}

/** The whole character that ends at a UTF-16 offset, or nothing at the start of the text. */
export function characterBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const pair = at > 1 && isLowSurrogate(text.charCodeAt(at - 1)) && isHighSurrogate(text.charCodeAt(at - 2));
  return text.slice(at - (pair ? 2 : 1), at);
}

/** The whole character that starts at a UTF-16 offset, or nothing at the end of the text. */
export function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
