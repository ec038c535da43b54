import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bounds, compareIds, type Page } from '../platform/http/paging.js';
import { fillPage, type PageSource } from './fill-page.js';

/** A list in memory that answers as SQL does. @param hidden rows that the reader may not see */
function listOf(
  ids: () => number[],
  hidden: (id: number) => boolean = () => false,
): PageSource<number, number> & { picks: number } {
  const source = {
    picks: 0,
    pick: (page: Page) => {
      source.picks += 1;
      const { below, above, ascending } = bounds(page);
      const rows = ids()
        .filter((id) => compareIds(String(id), below) < 0 && compareIds(String(id), above) > 0)
        .sort((a, b) => (ascending ? a - b : b - a));
      return Promise.resolve(rows.slice(0, page.limit));
    },
    cursor: String,
    load: (rows: number[]) => Promise.resolve(rows.map((id) => (hidden(id) ? null : id))),
  };
  return source;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('a page', () => {
  it('announces the next one exactly when there is one', async () => {
    const three = listOf(() => upTo(3));
    expect(await fillPage({ limit: 3 }, three)).toEqual({ items: [3, 2, 1], newest: '3', oldest: '1', more: false });
    expect(await fillPage({ limit: 2 }, three)).toEqual({ items: [3, 2], newest: '3', oldest: '2', more: true });
    expect(await fillPage({ limit: 2, max_id: '1' }, three)).toEqual({ items: [], newest: null, oldest: null, more: false });
  });

  it('reads upwards from min_id, newest first, and the newest page from since_id', async () => {
    const ten = listOf(() => upTo(10));
    expect((await fillPage({ limit: 3, min_id: '4' }, ten)).items).toEqual([7, 6, 5]);
    expect((await fillPage({ limit: 3, since_id: '4' }, ten)).items).toEqual([10, 9, 8]);
    expect((await fillPage({ limit: 30, min_id: '0' }, ten)).more).toBe(false);
    expect((await fillPage({ limit: 30, min_id: '1' }, ten)).more).toBe(true);
  });

  it('makes up for rows that are sifted out, and takes one pick when none is', async () => {
    const sparse = listOf(
      () => upTo(200),
      (id) => id % 20 !== 0,
    );
    expect((await fillPage({ limit: 5 }, sparse)).items).toEqual([200, 180, 160, 140, 120]);
    const dense = listOf(() => upTo(200));
    await fillPage({ limit: 5 }, dense);
    expect(dense.picks).toBe(1);
  });

  it('loads only what the pick found wanted, and no more than the page holds', async () => {
    const loaded: number[][] = [];
    const list = listOf(() => upTo(100));
    const source: PageSource<number, number> = {
      ...list,
      surplus: 2,
      wanted: (id) => id % 3 !== 0,
      load: (rows) => {
        loaded.push(rows);
        return list.load(rows);
      },
    };
    expect(await fillPage({ limit: 5 }, source)).toEqual({
      items: [100, 98, 97, 95, 94],
      newest: '100',
      oldest: '94',
      more: true,
    });
    expect(loaded).toEqual([[100, 98, 97, 95, 94]]);
  });

  it('moves on even when it ends empty after all its rounds', async () => {
    const hidden = listOf(
      () => upTo(100_000),
      () => true,
    );
    const page = await fillPage({ limit: 1 }, hidden);
    expect(page.items).toEqual([]);
    expect(page.more).toBe(true);
    expect(Number(page.oldest)).toBeLessThan(100_000);
  });

  it('shows each row that stood throughout exactly once, in either direction, while rows come and go', async () => {
    const step = fc.record({ add: fc.integer({ min: 1, max: 30 }), remove: fc.integer({ min: 0, max: 400 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (steps, limit, nth, upwards) => {
          let rows = new Set(upTo(60).map((id) => id * 10));
          const stood = new Set(rows);
          const hidden = (id: number): boolean => id % (nth * 10) === 0 && nth > 1;
          let top = 600;
          const source = listOf(() => [...rows], hidden);
          const seen: number[] = [];
          let cursor: string | null = upwards ? '0' : null;
          for (let turn = 0; turn < 200; turn += 1) {
            const page: Page = { limit, ...(cursor === null ? {} : upwards ? { min_id: cursor } : { max_id: cursor }) };
            const answer = await fillPage(page, source);
            seen.push(...answer.items);
            const next = upwards ? answer.newest : answer.more ? answer.oldest : null;
            if (next === null) break;
            cursor = next;
            const change = steps[turn];
            if (!change) continue;
            const gone = [...rows][change.remove % rows.size];
            rows = new Set([...rows].filter((id) => id !== gone));
            if (gone !== undefined) stood.delete(gone);
            top += change.add;
            rows.add(top);
          }
          expect(seen.filter((id) => stood.has(id)).sort((a, b) => a - b)).toEqual(
            [...stood].filter((id) => !hidden(id)).sort((a, b) => a - b),
          );
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
    );
  });
});
