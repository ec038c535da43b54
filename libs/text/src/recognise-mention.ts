import { continuesWord, isWord } from './characters.js';
import { characterAt, characterBefore } from './code-points.js';
import { MAX_HANDLE_LENGTH } from './limits.js';

/** Reads one character more than a handle may have, to see that it is too long. */
const HANDLE = /[A-Za-z0-9_]{2,31}/y;
/** Signs that make the `@` part of a path, an address, a variable or an escape: `x/@y`, `@@a`, `#@`, `$@`, `\@`. */
const BEFORE = '@/#$\\';
/** Signs that make the name code: `@scope/package`, `@foo\bar`, `@Input()`, `@list[0]`, `@media{`, `@x=1`, or part of an address. */
const AFTER = '/\\([{=@';
/** Signs that join two words when a word follows: `@app.route`, `@some-user`, `@user:server`. At the end of a sentence they end it. */
const BETWEEN = '.-:';

/** Reads the mention whose `@` stands at a UTF-16 offset; `end` is a UTF-16 offset too. */
export function recogniseMention(text: string, at: number, domain?: string): { handle: string; end: number } | undefined {
  if (!mayStart(text, at)) return undefined;
  HANDLE.lastIndex = at + 1;
  const handle = HANDLE.exec(text)?.[0];
  if (handle === undefined || handle.length > MAX_HANDLE_LENGTH) return undefined;
  const end = skipOwnDomain(text, at + 1 + handle.length, domain);
  return mayEnd(text, end) ? { handle: handle.toLowerCase(), end } : undefined;
}

function mayStart(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  if (before === '') return true;
  if (BEFORE.includes(before) || continuesWord(before)) return false;
  // ".@ann" opens a public reply; "john.@…" is a broken e-mail address.
  return before !== '.' || !isWord(characterBefore(text, at - 1));
}

function mayEnd(text: string, end: number): boolean {
  const after = characterAt(text, end);
  if (after === '') return true;
  if (AFTER.includes(after) || continuesWord(after)) return false;
  return !BETWEEN.includes(after) || !continuesWord(characterAt(text, end + 1));
}

function skipOwnDomain(text: string, at: number, domain: string | undefined): number {
  if (domain === undefined || text[at] !== '@') return at;
  const end = at + 1 + domain.length;
  return text.slice(at + 1, end).toLowerCase() === domain.toLowerCase() ? end : at;
}
