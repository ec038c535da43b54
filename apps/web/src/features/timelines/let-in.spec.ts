import { describe, expect, it } from '@jest/globals';
import type { Status } from '@roost/contracts';
import { insert } from './let-in.js';

const status = (id: string) => ({ id, created_at: '2026-09-22T08:00:00.000Z' }) as Status;
const list = (...pages: string[][]) => ({
  pages: pages.map((ids) => ({ items: ids.map(status) })),
  pageParams: pages.map((_, index) => (index ? `p${index}` : null)),
});
const ids = (result: ReturnType<typeof insert>) => result?.pages.map((page) => page.items.map((entry) => entry.id));

describe('letting posts into a list', () => {
  it('puts newer posts on top of the first page', () => {
    expect(ids(insert(list(['9', '8'], ['7']), [status('11'), status('10')]))).toEqual([['11', '10', '9', '8'], ['7']]);
  });

  it('puts posts of a gap where they belong', () => {
    expect(ids(insert(list(['20', '19'], ['7', '6']), [status('12')]))).toEqual([
      ['20', '19'],
      ['12', '7', '6'],
    ]);
  });

  it('keeps a post that is already there and gives the same list back', () => {
    const before = list(['9', '8']);
    expect(insert(before, [status('9')])).toBe(before);
  });

  it('waits for the first load', () => {
    expect(insert(undefined, [status('9')])).toBeUndefined();
  });
});
