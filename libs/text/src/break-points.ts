import { isJoined } from './characters.js';
import { characterBefore } from './code-points.js';
import type { ParsedText } from './entities.js';
import { graphemes } from './graphemes.js';
import { LINK_LENGTH } from './limits.js';
import { toPieces } from './to-pieces.js';

/** How good a place is for cutting a text, best last. `inside` is between two characters of one word, `glued` inside "10 km". */
export const RANKS = ['inside', 'glued', 'word', 'comma', 'sentence'] as const;
export type Rank = (typeof RANKS)[number];

export interface Break {
  /** UTF-16 offset where the next part would start. */
  at: number;
  rank: Rank;
  /** Length of the text up to here, without and with the blanks that stand before `at`. */
  before: number;
  after: number;
}

const wordSegmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const BLANK = /^\s+$/;
const GLUE = /[\u00a0\u2007\u202f]/;
const SENTENCE_END = /[.!?…]["'”’»)\]]*$/;
/** "M.", "p.ex.", "e.g.", "1." in a list; not the "h." of "9 h.", which ends its sentence. */
const ABBREVIATION =
  /(?:^|(?<!\d)[\s(])(?:\d{1,2}|\p{L}{1,2}|[\p{L}.]{1,6}\.\p{L}|Mme|Mlle|Mrs|etc|cf|vs|env|tél|art|vol|fig|bzw)\.$/iu;
const COMMA = /[,;:]["'”’»)\]]*$/;
const EAST_ASIAN_SENTENCE_END = /[。！？]$/;
const EAST_ASIAN_COMMA = /[、，；：]$/;
const CLOSES = /^[!?:;,.»”)\]}%‰…]/;
/** Tags after a sentence belong to it. */
const TAG = /^[#\uff03]/;
const LOWER = /^\p{Ll}/u;
const NUMBER = /[\d\p{Sc}]$/u;
const UNIT =
  /^(?:[\d\p{Sc}°%‰µ]|\p{L}{1,4}(?:\/\p{L}{1,3})?[²³]?(?![\p{L}\p{N}])|(?:heures?|jours?|minutes?|secondes?|semaines?|années?|hours?|seconds?|weeks?|months?|years?|euros?|dollars?|tonnes?|m[eè]tres?|litres?|personnes?|people)(?!\p{L}))/iu;

/** Every place where the text can be cut, in order; none lies inside a mention, a tag, a link or a perceived character. */
export function breaksOf(parsed: ParsedText): Break[] {
  const breaks: Break[] = [];
  let at = 0;
  let cost = 0;
  let beforeBlanks = 0;
  let blanksFrom = -1;
  const words = unspacedWords(parsed.text);
  for (const atom of atomsOf(parsed)) {
    if (BLANK.test(atom.text)) {
      if (blanksFrom < 0) [blanksFrom, beforeBlanks] = [at, cost];
    } else if (at > 0) {
      const spaced = blanksFrom >= 0;
      const found = rankOf(parsed.text, spaced ? blanksFrom : at, at);
      const rank = found === 'inside' && words.has(at) ? 'word' : found;
      breaks.push({ at, rank, before: spaced ? beforeBlanks : cost, after: cost });
      blanksFrom = -1;
    }
    at += atom.text.length;
    cost += atom.cost;
  }
  return breaks;
}

function* atomsOf(parsed: ParsedText): Generator<{ text: string; cost: number }> {
  for (const { text, entity } of toPieces(parsed.text, parsed.entities)) {
    if (entity?.type === 'link') yield { text, cost: LINK_LENGTH };
    else if (entity !== undefined) yield { text, cost: [...graphemes(text)].length };
    else for (const grapheme of graphemes(text)) yield { text: grapheme, cost: 1 };
  }
}

/** Where words start in scripts that write no blanks between them. */
function unspacedWords(text: string): Set<number> {
  const starts = new Set<number>();
  if (!isJoined(text)) return starts;
  for (const { index, isWordLike } of wordSegmenter.segment(text)) {
    if (isWordLike && isJoined(characterBefore(text, index))) starts.add(index);
  }
  return starts;
}

function rankOf(text: string, end: number, next: number): Rank {
  const before = text.slice(Math.max(0, end - 20), end);
  const after = text.slice(next, next + 20);
  if (CLOSES.test(after)) return end === next ? 'inside' : 'glued';
  if (EAST_ASIAN_SENTENCE_END.test(before)) return 'sentence';
  if (EAST_ASIAN_COMMA.test(before)) return 'comma';
  if (end === next) return 'inside';
  const blanks = text.slice(end, next);
  if (blanks.includes('\n')) return 'sentence';
  if (GLUE.test(blanks) || (NUMBER.test(before) && UNIT.test(after))) return 'glued';
  if (TAG.test(after)) return 'word';
  if (SENTENCE_END.test(before) && !ABBREVIATION.test(before) && !LOWER.test(after)) return 'sentence';
  return COMMA.test(before) ? 'comma' : 'word';
}
