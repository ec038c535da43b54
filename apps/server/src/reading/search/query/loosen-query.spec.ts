import { describe, expect, it } from '@jest/globals';
import { loosenQuery } from './loosen-query.js';
import { parseQuery } from './parse-query.js';
import type { Condition } from './query.js';

const loosened = (q: string, ...kinds: Condition['kind'][]) => {
  const query = parseQuery(q);
  return query && loosenQuery(query, kinds);
};

describe('a query without some of its conditions', () => {
  it.each([
    ['from:ann label', 'label'],
    ['from:ann OR from:ben label', 'label'],
    ['from:ann has:link label', 'has:link label'],
    ['label from:ann -from:ben', 'label -from:ben'],
  ])('%s becomes %s', (q, expected) => {
    expect(loosened(q, 'from')).toEqual(parseQuery(expected));
  });

  it.each(['label', 'from:ann', 'from:ann OR from:ben', '-from:ann label', 'from:ann OR label', 'since:2026-01-01'])(
    '%s has none that can go, or nothing else',
    (q) => {
      expect(loosened(q, 'from')).toBeNull();
    },
  );
});
