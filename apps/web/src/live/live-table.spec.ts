import { describe, expect, it } from '@jest/globals';
import type { LiveEvent, Status } from '@roost/contracts';
import { applyEvent, type LiveCache } from './live-table.js';

function recorder(): { cache: LiveCache; calls: unknown[][] } {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void calls.push([name, ...given]);
  return {
    calls,
    cache: {
      publish: note('publish'),
      replace: note('replace'),
      remove: note('remove'),
      count: note('count'),
      tally: note('tally'),
      notify: note('notify'),
      readNotifications: note('readNotifications'),
      clearNotifications: note('clearNotifications'),
      refilter: note('refilter'),
      relate: note('relate'),
      announce: note('announce'),
      countReaction: note('countReaction'),
      withdrawAnnouncement: note('withdrawAnnouncement'),
    },
  };
}

const status = { id: '5' } as Status;

describe('the live table', () => {
  it.each<[LiveEvent['type'], unknown, unknown[]]>([
    ['status.published', status, ['publish', 'home', status]],
    ['status.edited', status, ['replace', status]],
    ['status.deleted', { id: '5' }, ['remove', '5']],
    ['status.counters', { id: '5', replies_count: 1 }, ['count', { id: '5', replies_count: 1 }]],
    ['status.poll', status, ['tally', status]],
    ['notification', { id: '9' }, ['notify', { id: '9' }]],
    ['notifications.read', { last_read_id: '9' }, ['readNotifications']],
    ['notifications.cleared', {}, ['clearNotifications']],
    ['notifications.merged', {}, ['clearNotifications']],
    ['filters.changed', {}, ['refilter']],
    ['relationship', { id: '2' }, ['relate', { id: '2' }]],
    ['announcement', { id: '3' }, ['announce', { id: '3' }]],
    [
      'announcement.reaction',
      { announcement_id: '3', name: '👍', count: 1 },
      ['countReaction', { announcement_id: '3', name: '👍', count: 1 }],
    ],
    ['announcement.deleted', { id: '3' }, ['withdrawAnnouncement', '3']],
  ])('%s changes one thing', (type, payload, expected) => {
    const { cache, calls } = recorder();
    applyEvent({ cursor: '1', channel: 'home', type, payload } as LiveEvent, cache);
    expect(calls).toEqual([expected]);
  });

  it('leaves an unknown event alone', () => {
    const { cache, calls } = recorder();
    applyEvent({ cursor: '1', channel: 'home', type: 'weather', payload: {} } as unknown as LiveEvent, cache);
    expect(calls).toEqual([]);
  });
});
