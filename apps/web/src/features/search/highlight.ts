import { fold, foldWithPlaces } from './fold.js';
import { queryTokens } from './query-tokens.js';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
const bareWord = /^[\p{L}\p{N}]+$/u;
/** Scripts without spaces between words: their signs stand anywhere. */
const signBySign = /[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/u;
const around = /^[([{«“‘"']+|[.,;:!?…)\]}»”’"']+$/gu;
const shortestBeginning = 3;
/** What English and French words end in when they are bent. */
const endings = new Set(
  ['', 's', 'es', 'e', 'ed', 'd', 'ing', 'y', 'ies', 'ied', 'ly', 'ee', 'ees', 'ent', 'nt'].concat([
    'ez',
    'z',
    'ons',
    'ment',
    'ments',
    'al',
    'aux',
    'ux',
    'x',
    'ion',
    'ions',
    'ation',
    'ations',
  ]),
);

/** Finds the words of a query in a text: in any form, accents and case apart. What the query leaves out is not looked for. */
export function highlighter(query: string): (text: string) => Stretch[] {
  const asked = queryTokens(query).filter((token) => !token.operator && !token.negated && token.text !== 'OR');
  const last = asked.at(-1);
  const words: { text: string; beginning: boolean }[] = [];
  const phrases: RegExp[] = [];
  for (const token of asked) {
    const bare = fold(token.text.replace(around, '') || token.text);
    if (bareWord.test(bare) && !signBySign.test(bare))
      words.push({ text: bare, beginning: token === last && bare.length >= shortestBeginning });
    else phrases.push(phrase(bare));
  }
  if (words.length + phrases.length === 0) return () => [];
  return (original) => {
    const { text, places } = foldWithPlaces(original);
    const found: Stretch[] = [];
    const add = (start: number, end: number) => found.push({ start: places[start] ?? 0, end: places[end] ?? original.length });
    for (const { 0: there, index } of text.matchAll(word))
      if (words.some((one) => one.text === there || (one.beginning && there.startsWith(one.text)) || isForm(one.text, there)))
        add(index, index + there.length);
    for (const one of phrases) for (const match of text.matchAll(one)) add(match.index, match.index + match[0].length);
    return merged(found);
  };
}

/** Words in a row whatever stands between them; signs as they are. */
function phrase(text: string): RegExp {
  const escaped = (part: string) => part.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  return new RegExp(
    text
      .trim()
      .split(/\s+/u)
      .map(escaped)
      .join(String.raw`[^\p{L}\p{N}]+`),
    'gu',
  );
}

/** Two forms of one word: the same beginning, and endings that words take. */
function isForm(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  if (same < 3 || same < Math.ceil(Math.min(one.length, other.length) * 0.6)) return false;
  return isEnding(one, same) && isEnding(other, same);
}

/** "running" doubles the letter before its ending. */
function isEnding(text: string, from: number): boolean {
  return endings.has(text.slice(from)) || (text[from] === text[from - 1] && endings.has(text.slice(from + 1)));
}

function merged(stretches: Stretch[]): Stretch[] {
  const ordered = stretches.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
  return ordered.reduce<Stretch[]>((list, next) => {
    const before = list.at(-1);
    if (before && next.start < before.end) before.end = Math.max(before.end, next.end);
    else list.push({ ...next });
    return list;
  }, []);
}
