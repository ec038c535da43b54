import { continuesWord, isJoined } from './characters.js';
import { characterBefore } from './code-points.js';

const SCHEME = /https?:\/\//iy;
const HOST = /\[[0-9A-Fa-f:.]{2,45}\]|[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}_-]|\.(?=[\p{L}\p{Nd}]))*/uy;
const AUTHORITY = /[^/?#\s]*/y;
const PORT = /:\d{1,5}(?![\p{L}\p{N}])/uy;
/** What no path runs over: blanks, controls, quotes, angle brackets, and the punctuation of Chinese and Japanese sentences. */
const STOP = /[\s\p{Cc}\p{Cf}<>"`\\|^«»‹›“”„‟、。，．！？；：「」『』（）【】〈〉《》〔〕［］｛｝]/u;
const TRAILING = /[.,:;!?'’‘*~…—–([{،؛؟۔।]/;
const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

export interface FoundLink {
  /** Missing when the address is refused: then the range up to `end` is plain text. */
  url?: string;
  end: number;
}

/**
 * Reads the web address that starts at a UTF-16 offset. A single label is a host too, since companies have `http://wiki/`. An address
 * that carries a name before `@` is refused: `https://bank.example@evil.example` exists to deceive.
 */
export function recogniseLink(text: string, at: number): FoundLink | undefined {
  if (continuesWord(characterBefore(text, at)) || isCompoundScheme(text, at)) return undefined;
  const scheme = match(SCHEME, text, at);
  const hostStart = at + scheme.length;
  const authority = match(AUTHORITY, text, hostStart);
  if (authority.includes('@')) return { end: hostStart + authority.length };
  const host = trimHost(match(HOST, text, hostStart));
  const hostEnd = hostStart + host.length;
  if (host === '' || text.startsWith('://', hostEnd)) return undefined;
  const portEnd = hostEnd + match(PORT, text, hostEnd).length;
  const end = isPathStart(text[portEnd]) ? pathEnd(text, portEnd) : portEnd;
  return { url: scheme.toLowerCase() + text.slice(hostStart, end), end };
}

/** `git+https://…` has a scheme of its own, which no browser opens. */
function isCompoundScheme(text: string, at: number): boolean {
  return text[at - 1] === '+' && continuesWord(characterBefore(text, at - 1));
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function isPathStart(character: string | undefined): boolean {
  return character === '/' || character === '?' || character === '#';
}

/** In 「https://example.com見て」 the sentence goes on after "com": no top level domain mixes ASCII with such a script. */
function trimHost(host: string): string {
  const lastLabel = host.lastIndexOf('.') + 1;
  let end = host.length;
  if (/[A-Za-z]/.test(host.charAt(lastLabel))) {
    for (let at = lastLabel; at < end; at += 1) {
      if (isJoined(host.charAt(at))) end = at;
    }
  }
  return host.slice(0, end).replace(/-{1,9}$/, '');
}

/** Ends at the first stop or at a bracket that closes nothing, then gives trailing punctuation back to the sentence. */
function pathEnd(text: string, from: number): number {
  const open: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  let end = from;
  for (; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (STOP.test(character)) break;
    if (character in open) open[character] = (open[character] ?? 0) + 1;
    const opener = CLOSERS[character];
    if (opener === undefined) continue;
    if ((open[opener] ?? 0) === 0) break;
    open[opener] = (open[opener] ?? 0) - 1;
  }
  while (end > from && TRAILING.test(text.charAt(end - 1))) end -= 1;
  return end;
}
