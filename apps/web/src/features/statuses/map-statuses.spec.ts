import { describe, expect, it } from '@jest/globals';
import type { Status } from '@roost/contracts';
import { mapStatuses } from './map-statuses.js';

const status = (id: string, extra: Partial<Status> = {}) =>
  ({ id, account: {}, roost: {}, reblogs_count: 0, favourites_count: 0, reblog: null, ...extra }) as Status;
const like = (id: string) => (entry: Status) => (entry.id === id ? { ...entry, favourites_count: 1 } : entry);

describe('changing statuses in the cache', () => {
  it('finds a status in pages and leaves the other pages as they are', () => {
    const other = { items: [status('2')] };
    const before = { pages: [{ items: [status('1')] }, other], pageParams: [null, 'x'] };
    const after = mapStatuses(before, like('1'));
    expect(after.pages[0]?.items[0]?.favourites_count).toBe(1);
    expect(after.pages[1]).toBe(other);
    expect(after.pageParams).toBe(before.pageParams);
  });

  it('finds a status inside a boost', () => {
    const before = [status('9', { reblog: status('1') as Status['reblog'] })];
    expect(mapStatuses(before, like('1'))[0]?.reblog?.favourites_count).toBe(1);
  });

  it('gives the very same value back when nothing matches', () => {
    const before = { ancestors: [status('1')], descendants: [] };
    expect(mapStatuses(before, like('3'))).toBe(before);
  });
});
