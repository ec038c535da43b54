import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Invalid } from '../../../platform/errors.js';
import { parseQuery } from './parse-query.js';
import { asksForBoosts, conditionsOf, type Query } from './query.js';

const word = (text: string, prefix = false): Query => ({ kind: 'word', word: text, prefix });
const phrase = (text: string, strict = false): Query => ({ kind: 'phrase', text, strict });
const not = (part: Query): Query => ({ kind: 'not', part });
const all = (...parts: Query[]): Query => ({ kind: 'all', parts });
const any = (...parts: Query[]): Query => ({ kind: 'any', parts });

/** The code and details of the error that a query gives. */
function problem(query: string): Record<string, unknown> {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof Invalid) return { code: error.code, ...error.details };
    throw error;
  }
  throw new Error(`${query} is no problem`);
}

describe('a search', () => {
  it.each<[string, Query | null]>([
    ['', null],
    ['  \t ', null],
    ['- – &', null],
    ['OR', null],
    ['"" -""', null],
    ['lunch', word('lunch', true)],
    ['server lunch', all(word('server'), word('lunch', true))],
    ['server ok', all(word('server'), word('ok'))],
    ['(server), now!', all(word('server'), word('now', true))],
    ['server -lunch', all(word('server'), not(word('lunch')))],
    ['"on time" x', all(phrase('on time'), word('x'))],
    ['-"on time"', not(phrase('on time'))],
    ['"never closed', phrase('never closed')],
    ['«à la une»', phrase('à la une')],
    ['"word"', word('word')],
    ['red OR blue', any(word('red'), word('blue', true))],
    ['red OR -blue green', all(any(word('red'), not(word('blue'))), word('green', true))],
    ['a red OR blue OR green b', all(word('a'), any(word('red'), word('blue'), word('green')), word('b'))],
    ['OR red OR OR blue OR', any(word('red'), word('blue'))],
    ['red "OR" blue', all(word('red'), word('OR'), word('blue', true))],
    ['PRJ-2041', phrase('PRJ-2041', true)],
    ['https://ex.com/a?b=c', phrase('https://ex.com/a?b=c', true)],
    ['東京', phrase('東京')],
    ['🎉', phrase('🎉', true)],
    [':-)', phrase(':-)', true)],
    ['C++', phrase('C++', true)],
    ['@ann', phrase('@ann', true)],
    ['12:30', phrase('12:30', true)],
    ['note:this', phrase('note:this', true)],
    ['from:', phrase('from', false)],
    ['привет', word('привет', true)],
  ])('reads %s', (typed, query) => {
    // `from:` alone is the word: the value is still to be typed.
    const expected = typed === 'from:' ? word('from', true) : query;
    expect(parseQuery(typed)).toEqual(expected);
  });

  it.each<[string, Query]>([
    ['from:Ann', { kind: 'from', handle: 'ann' }],
    ['from:@ann', { kind: 'from', handle: 'ann' }],
    ['FROM:me', { kind: 'from', handle: 'me' }],
    ['to:ann@roost.example', { kind: 'to', handle: 'ann' }],
    ['#Réunion', { kind: 'tag', key: 'reunion' }],
    ['(#Réunion,', { kind: 'tag', key: 'reunion' }],
    ['tag:Réunion', { kind: 'tag', key: 'reunion' }],
    ['tag:"#x1"', { kind: 'tag', key: 'x1' }],
    ['#a-b', phrase('#a-b', true)],
    ['#1', phrase('#1', true)],
    ['in:home', { kind: 'in', place: 'home' }],
    ['since:2026-02-28', { kind: 'since', day: '2026-02-28' }],
    ['until:2024-02-29', { kind: 'until', day: '2024-02-29' }],
    ['has:link', { kind: 'has', part: 'link' }],
    ['is:Reply', { kind: 'is', what: 'reply' }],
    ['lang:pt-BR', { kind: 'lang', code: 'pt' }],
    ['-is:reply', not({ kind: 'is', what: 'reply' })],
  ])('reads the operator %s', (typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });

  it.each([
    ['form:ann', { code: 'search.unknown_operator', operator: 'form', nearest: 'from', start: 0, end: 8 }],
    ['x sicne:2026-01-01', { code: 'search.unknown_operator', operator: 'sicne', nearest: 'since', start: 2, end: 18 }],
    ['-untill:2026-01-01', { code: 'search.unknown_operator', operator: 'untill', nearest: 'until' }],
    ['has:vido', { code: 'search.bad_value', operator: 'has', value: 'vido', nearest: null }],
    ['has:imgae', { code: 'search.bad_value', operator: 'has', nearest: 'image' }],
    ['in:favorites', { code: 'search.bad_value', operator: 'in', nearest: 'favourites' }],
    ['since:yesterday', { code: 'search.bad_value', operator: 'since', nearest: null }],
    ['since:2026-02-30', { code: 'search.bad_value', operator: 'since' }],
    ['from:a!', { code: 'search.bad_value', operator: 'from' }],
    ['tag:123', { code: 'search.bad_value', operator: 'tag' }],
    ['lang:français', { code: 'search.bad_value', operator: 'lang' }],
    ['x'.repeat(401), { code: 'search.too_long', limit: 400 }],
    ['x '.repeat(33), { code: 'search.too_complex', limit: 32 }],
  ])('says what is wrong with %s', (typed, expected) => {
    expect(problem(typed)).toMatchObject(expected);
  });

  it('takes addresses, times and ordinary colons for text', () => {
    for (const typed of ['http://x.y', 'ftp://x', '10:30', 're:budget', 'a:b', 'NOTE:', 'vpn:down', 'C:\\temp'])
      expect(conditionsOf(parseQuery(typed)!).map((part) => part.kind)).not.toContain('from');
  });

  it('lists boosts only when they are asked for outright', () => {
    expect(asksForBoosts(parseQuery('is:boost from:ann')!)).toBe(true);
    expect(asksForBoosts(parseQuery('is:boost OR x')!)).toBe(false);
    expect(asksForBoosts(parseQuery('-is:boost x')!)).toBe(false);
  });

  it('reads anything at all, or says in one of its own errors why not', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '"',
        '-',
        'OR',
        ' ',
        '#',
        '@',
        'from:',
        'since:',
        'has:',
        '“',
        '»',
        '\0',
        '\ud800',
        "'",
        '\\',
        '%',
        '_',
        ';--',
        '$1',
        ':*',
        '&',
        '|',
        '!',
        '(',
        ')',
        '<->',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const typed = parts.join('');
        try {
          const query = parseQuery(typed);
          for (const condition of query ? conditionsOf(query) : []) expect(JSON.stringify(condition)).not.toContain('\\u0000');
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid);
          expect((error as Invalid).code).toMatch(/^search\./);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a time that grows with the length and no faster', () => {
    for (const hostile of [
      '"'.repeat(65536),
      '-'.repeat(65536),
      'a:'.repeat(32768),
      ' '.repeat(65536),
      '#'.repeat(65536),
      'OR '.repeat(20000),
    ])
      expect(problem(hostile)).toMatchObject({ code: 'search.too_long' });
  });
});
