import { tagKey } from '@roost/text';
import { nearest } from './nearest.js';
import { type Condition, KINDS, PARTS, PLACES } from './query.js';
import { BadOperatorValue, type Place, UnknownOperator } from './search.errors.js';

/** Makes a condition of an operator's value; null when the value cannot be meant. */
interface Operator {
  read(value: string): Condition | null;
  /** Completes the sentence "from: wants …". */
  wants: string;
  values?: readonly string[];
}

const HANDLE = /^@?([a-z0-9_]{2,30})(?:@.*)?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/i;

const handle = (value: string): string | null => HANDLE.exec(value)?.[1]?.toLowerCase() ?? null;

function person(kind: 'from' | 'to'): Operator {
  return {
    wants: 'the handle of an account, such as ann, or me',
    read: (value) => {
      const name = handle(value);
      return name === null ? null : { kind, handle: name };
    },
  };
}

function day(kind: 'since' | 'until'): Operator {
  return { wants: 'a day such as 2026-11-23', read: (value) => (isDay(value) ? { kind, day: value } : null) };
}

function choice<Value extends string>(values: readonly Value[], make: (value: Value) => Condition): Operator {
  return {
    values,
    wants: `one of ${values.join(', ')}`,
    read: (value) => {
      const found = values.find((known) => known === value.toLowerCase());
      return found === undefined ? null : make(found);
    },
  };
}

const TAG: Operator = {
  wants: 'a hashtag with at least one letter',
  read: (value) => {
    const key = tagKey(value);
    return key === '' ? null : { kind: 'tag', key };
  },
};
const LANG: Operator = {
  wants: 'a language such as fr',
  read: (value) => (LANGUAGE.test(value) ? { kind: 'lang', code: value.toLowerCase().split('-')[0] ?? '' } : null),
};

const OPERATORS = new Map<string, Operator>([
  ['from', person('from')],
  ['to', person('to')],
  ['tag', TAG],
  ['in', choice(PLACES, (place) => ({ kind: 'in', place }))],
  ['since', day('since')],
  ['until', day('until')],
  ['has', choice(PARTS, (part) => ({ kind: 'has', part }))],
  ['is', choice(KINDS, (what) => ({ kind: 'is', what }))],
  ['lang', LANG],
]);

const SHAPE = /^([a-z]{2,12}):(?!\/)/i;

/**
 * Reads `operator:value`. @returns null when the word is none: an address, a time, ordinary text with a colon
 * @throws UnknownOperator BadOperatorValue
 */
export function readOperator(word: string, place: Place): Condition | null {
  const name = SHAPE.exec(word)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const value = word.slice(name.length + 1).replace(/^"|"$/g, '');
  if (value === '') return null;
  const operator = OPERATORS.get(name);
  if (!operator) {
    const meant = nearest(name, [...OPERATORS.keys()]);
    if (meant === null) return null;
    throw new UnknownOperator(name, meant, place);
  }
  const condition = operator.read(value);
  if (condition) return condition;
  const meant = operator.values ? nearest(value.toLowerCase(), operator.values) : null;
  throw new BadOperatorValue(name, value, { wants: operator.wants, nearest: meant }, place);
}

/** True for days of the calendar: no thirtieth of February. */
function isDay(value: string): boolean {
  if (!DAY.test(value) || value < '1970') return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
