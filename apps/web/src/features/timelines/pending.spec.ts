import { describe, expect, it } from '@jest/globals';
import type { Status } from '@roost/contracts';
import { addPending, changePending, dropPending, pendingNow, takePending } from './pending.js';

const status = (id: string, text = '') =>
  ({ id, account: {}, roost: { text }, reblogs_count: 0, reblog: null, filtered: [] }) as unknown as Status;

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

  it('leaves out what a filter hides in this place', () => {
    const filter = { id: '1', title: 'Football', context: ['public' as const], expires_at: null, filter_action: 'hide' as const };
    const hidden = { ...status('12'), filtered: [{ filter, keyword_matches: ['goal'], status_matches: null }] };
    dropPending();
    for (const feed of ['home', 'company']) addPending(feed, [hidden]);
    expect(pendingNow('home').statuses).toEqual([hidden]);
    expect(pendingNow('company').statuses).toEqual([]);
    dropPending();
    expect(pendingNow('home').statuses).toEqual([]);
  });
});
