import type { EntityManager } from 'typeorm';
import type { ComposedPost } from './compose-posts.js';
import { insertRows, iso } from './insert-rows.js';
import { NOBODY_ELSE, PastJournal, type PastNotification } from './past-journal.js';

const MARKER = { account_id: 'bigint', timeline: 'text', last_read_id: 'bigint', updated_at: 'timestamptz' } as const;
/** Notifications that wait for everybody. */
const UNREAD = 4;
/** Everybody had a break this long ago. */
const AWAY_MS = 60 * 60_000;

/** Where everybody stopped reading: an hour ago at home, a few notifications back. */
export async function storeMarkers(
  manager: EntityManager,
  accountIds: readonly string[],
  composed: readonly ComposedPost[],
  notifications: readonly PastNotification[],
  now: number,
): Promise<void> {
  const updated_at = iso(now);
  const home = composed.filter(({ post }) => post.answers === null && post.at <= now - AWAY_MS).at(-1);
  const journal = new PastJournal();
  const rows = accountIds.flatMap((account_id) => {
    const read = notifications.filter(({ accountId }) => accountId === account_id).at(-1 - UNREAD);
    if (read)
      journal.add({
        at: now,
        type: 'notifications.read',
        actorId: account_id,
        subjectType: 'account',
        subjectId: account_id,
        audience: NOBODY_ELSE,
        payload: { accountId: account_id, lastReadId: read.id },
      });
    return [
      ...(home ? [{ account_id, timeline: 'home', last_read_id: home.id, updated_at }] : []),
      ...(read ? [{ account_id, timeline: 'notifications', last_read_id: read.id, updated_at }] : []),
    ];
  });
  await insertRows(manager, 'marker', MARKER, rows);
  await journal.write(manager);
}
