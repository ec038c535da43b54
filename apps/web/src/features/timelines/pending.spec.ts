import { describe, expect, it } from '@jest/globals';
import type { Status } from '@roost/contracts';
import { addPending, changePending, pendingNow, takePending } from './pending.js';

const status = (id: string, text = '') =>
  ({ id, account: {}, roost: { text }, reblogs_count: 0, reblog: null }) as unknown as Status;

describe('what waits behind the pill', () => {
  it('stands newest first, each post once in its newest words', () => {
    addPending('tag:dock', [status('9', 'old')]);
    addPending('tag:dock', [status('10'), status('9', 'new')]);
    expect(pendingNow('tag:dock').statuses.map((entry) => [entry.id, entry.roost.text])).toEqual([
      ['10', ''],
      ['9', 'new'],
    ]);
  });

  it('follows edits and drops what was deleted meanwhile', () => {
    addPending('home', [status('1'), status('2')]);
    changePending('1', (before) => ({ ...before, reblogs_count: 3 }));
    changePending('2', () => null);
    expect(pendingNow('home').statuses.map((entry) => [entry.id, entry.reblogs_count])).toEqual([['1', 3]]);
  });

  it('is handed over once', () => {
    addPending('company', [status('1')]);
    expect(takePending('company').statuses).toHaveLength(1);
    expect(takePending('company').statuses).toHaveLength(0);
  });
});
