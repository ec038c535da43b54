import { parseText } from '@roost/text';
import type { Condition, Query } from './query.js';
import { readOperator } from './read-operator.js';
import { readTokens, type Token } from './read-tokens.js';
import { SearchTooComplex, SearchTooLong } from './search.errors.js';

const MOST_CHARACTERS = 400;
const MOST_TOKENS = 32;
/** Shorter beginnings would stand for half the dictionary. */
const SHORTEST_PREFIX = 3;

/** Letters and digits of scripts that put spaces between words; roost_words in the database takes all others apart sign by sign. */
const WORD = /^[\p{Alphabetic}0-9]+$/u;
const SIGN_BY_SIGN = /[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** A dash or a stroke between words says nothing. */
const LONE_MARK = /^\p{P}$/u;
const ONLY_MARKS = /^\p{P}*$/u;
const BARE = /^[\p{Alphabetic}0-9\s]*$/u;
const OPENING = new Set('([{«“‘"\'');
const CLOSING = new Set('.,;:!?…)]}»”’"\'');

/**
 * Reads what somebody typed. Everything that is no operator is looked for as text, so that hardly anything is an error.
 * OR joins its two neighbours; otherwise every part must hold.
 * @returns null when there is nothing to look for
 * @throws SearchTooLong SearchTooComplex UnknownOperator BadOperatorValue
 */
export function parseQuery(typed: string): Query | null {
  if (typed.length > MOST_CHARACTERS) throw new SearchTooLong(MOST_CHARACTERS);
  const tokens = readTokens(typed.toWellFormed().replaceAll('\0', ' ').normalize('NFC'));
  if (tokens.length > MOST_TOKENS) throw new SearchTooComplex(MOST_TOKENS);
  const parts: Query[] = [];
  let choices: Query[] = [];
  let joining = false;
  for (const [index, token] of tokens.entries()) {
    if (isOr(token)) {
      joining = choices.length > 0;
      continue;
    }
    const query = readToken(token, index === tokens.length - 1);
    if (query === null) continue;
    if (!joining) {
      flush(parts, choices);
      choices = [];
    }
    choices.push(query);
    joining = false;
  }
  flush(parts, choices);
  const [only] = parts;
  return only === undefined ? null : parts.length === 1 ? only : { kind: 'all', parts };
}

const isOr = (token: Token): boolean => token.text === 'OR' && !token.quoted && !token.negated;

function flush(parts: Query[], choices: Query[]): void {
  const [only] = choices;
  if (only !== undefined) parts.push(choices.length === 1 ? only : { kind: 'any', parts: choices });
}

function readToken(token: Token, last: boolean): Query | null {
  const condition = token.quoted ? readText(token.text, false) : (readOperator(token.text, token) ?? readWord(token, last));
  return condition === null || !token.negated ? condition : { kind: 'not', part: condition };
}

/** A hashtag, or a word without the punctuation around it. */
function readWord(token: Token, last: boolean): Condition | null {
  const word = bare(token.text);
  if (LONE_MARK.test(word)) return null;
  if (/^[#\uff03]/.test(word)) {
    const [entity, ...others] = parseText(word).entities;
    if (entity?.type === 'tag' && others.length === 0 && entity.end === [...word].length)
      return { kind: 'tag', key: entity.name };
  }
  return readText(word, last && !token.negated);
}

function readText(text: string, prefix: boolean): Condition | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (WORD.test(trimmed) && !SIGN_BY_SIGN.test(trimmed))
    return { kind: 'word', word: trimmed, prefix: prefix && trimmed.length >= SHORTEST_PREFIX };
  return { kind: 'phrase', text: trimmed, strict: !BARE.test(trimmed) };
}

/** `(word),` is `word`; signs that stand alone are meant themselves. */
function bare(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && OPENING.has(word.charAt(start))) start += 1;
  while (end > start && CLOSING.has(word.charAt(end - 1))) end -= 1;
  const inside = word.slice(start, end);
  return ONLY_MARKS.test(inside) ? word : inside;
}
