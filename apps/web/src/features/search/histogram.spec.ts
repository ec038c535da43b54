import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bars, isChosen } from './histogram.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('The bars of a search', () => {
  it('are days for a fortnight at least, longer stretches where there are many', () => {
    const few = bars([{ day: '2026-03-10', posts: 2 }]);
    expect(few).toHaveLength(14);
    expect(few.at(-1)).toEqual({ from: '2026-03-10', to: '2026-03-10', posts: 2 });
    expect(few[0]?.from).toBe('2026-02-25');
    const year = bars([
      { day: '2025-03-10', posts: 1 },
      { day: '2026-03-10', posts: 2 },
    ]);
    expect(year.length).toBeLessThanOrEqual(44);
    expect(year[0]?.posts).toBe(1);
    expect(bars([])).toEqual([]);
  });

  it('hold every post once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 60 }), (list) => {
        const days = list.sort().map((name, index) => ({ day: name, posts: index + 1 }));
        const drawn = bars(days);
        expect(drawn.length).toBeLessThanOrEqual(44);
        expect(drawn.reduce((sum, bar) => sum + bar.posts, 0)).toBe(days.reduce((sum, entry) => sum + entry.posts, 0));
      }),
    );
  });

  it('are chosen where they touch the days', () => {
    const bar = { from: '2026-03-01', to: '2026-03-07', posts: 1 };
    expect(isChosen(bar, { since: '2026-03-07', until: null })).toBe(true);
    expect(isChosen(bar, { since: '2026-03-08', until: null })).toBe(false);
    expect(isChosen(bar, { since: null, until: '2026-02-28' })).toBe(false);
  });
});
