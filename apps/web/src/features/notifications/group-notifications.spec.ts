import type { Notification } from '@roost/contracts';
import { describe, expect, it } from '@jest/globals';
import { groupNotifications } from './group-notifications.js';

function note(
  id: string,
  type: Notification['type'],
  account: string,
  more: { status?: string; at?: string; unread?: boolean } = {},
) {
  return {
    id,
    type,
    created_at: more.at ?? '2026-11-23T10:00:00.000Z',
    account: { id: account },
    ...(more.status ? { status: { id: more.status } } : {}),
    roost: { reply: false, unread: more.unread ?? false },
  } as Notification;
}

const shape = (list: Notification[]) =>
  groupNotifications(list).map(({ groups }) => groups.map((group) => group.items.map((item) => item.id)));

describe('Notifications as rows', () => {
  it('joins neighbours who liked the same post', () => {
    expect(shape([note('3', 'favourite', 'a', { status: '1' }), note('2', 'favourite', 'b', { status: '1' })])).toEqual([
      [['3', '2']],
    ]);
  });

  it('keeps apart other posts, other deeds and every mention', () => {
    const list = [
      note('6', 'favourite', 'a', { status: '1' }),
      note('5', 'favourite', 'b', { status: '2' }),
      note('4', 'reblog', 'b', { status: '2' }),
      note('3', 'mention', 'a', { status: '3' }),
      note('2', 'mention', 'b', { status: '3' }),
    ];
    expect(shape(list)).toEqual([[['6'], ['5'], ['4'], ['3'], ['2']]]);
  });

  it('begins a new row with a new day', () => {
    const list = [
      note('3', 'follow', 'a', { at: '2026-11-23T12:00:00.000Z' }),
      note('2', 'follow', 'b', { at: '2026-11-21T12:00:00.000Z' }),
    ];
    expect(shape(list)).toEqual([[['3']], [['2']]]);
  });

  it('is unread while one of the joined is', () => {
    const list = [note('3', 'follow', 'a'), note('2', 'follow', 'b', { unread: true })];
    expect(groupNotifications(list)[0]?.groups[0]?.unread).toBe(true);
  });
});
