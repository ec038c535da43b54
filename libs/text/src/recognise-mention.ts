import { characterAt, characterBefore } from './code-points.js';
import { continuesWord, isWord } from './characters.js';
import { MAX_HANDLE } from './handle-problem.js';

const HANDLE = /[A-Za-z0-9_]{2,31}/y;
/** Signs that make the `@` part of a path, an address or a variable: `x/@y`, `@@a`, `#@`, `$@`. */
const BEFORE = '@/#$';
/** Signs that make the name code: `@Input()`, `@media{`, `@x=1`, `@foo\bar`, and `@scope/package`. */
const AFTER = '/\\([{=@';
/** Signs that join two words when a word follows: `@app.route`, `@some-user`, `@user:server`. At the end of a sentence they end it. */
const BETWEEN = '.-:';

/** Reads the mention whose `@` stands at a UTF-16 offset; `end` is a UTF-16 offset too. */
export function recogniseMention(text: string, at: number, domain?: string): { handle: string; end: number } | undefined {
  if (!mayStart(text, at)) return undefined;
  HANDLE.lastIndex = at + 1;
  const handle = HANDLE.exec(text)?.[0];
  if (handle === undefined || handle.length > MAX_HANDLE) return undefined;
  const afterHandle = at + 1 + handle.length;
  const end = domain !== undefined && text[afterHandle] === '@' ? skipDomain(text, afterHandle + 1, domain) : afterHandle;
  return end !== undefined && mayEnd(text, end) ? { handle: handle.toLowerCase(), end } : undefined;
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

function skipDomain(text: string, at: number, domain: string): number | undefined {
  const end = at + domain.length;
  return text.slice(at, end).toLowerCase() === domain.toLowerCase() ? end : undefined;
}
