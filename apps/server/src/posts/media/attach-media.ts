import { LIMITS } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { FilmNotAlone, MediaNotFree, MediaNotReady, TooManyMedia } from './media.errors.js';
import type { MediaRow } from './media.row.js';

/** What a version of a status remembers of a picture; the rest never changes. */
export interface MediaVersion {
  id: string;
  description: string | null;
  focus_x: number;
  focus_y: number;
}

/** Where files may come from: free ones of an account, and those that hang on this status or wait with this scheduled one already. */
export interface MediaOwner {
  accountId: string;
  statusId?: string | null;
  scheduledId?: string | null;
}

/**
 * Takes pictures for a status, locked until the transaction ends.
 * @returns them in the order asked for
 * @throws TooManyMedia MediaNotFree MediaNotReady FilmNotAlone
 */
export async function takeMedia(manager: EntityManager, owner: MediaOwner, ids: readonly string[]): Promise<MediaVersion[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length > LIMITS.mediaPerStatus) throw new TooManyMedia();
  if (wanted.length === 0) return [];
  const rows: (MediaVersion & Pick<MediaRow, 'type' | 'state'>)[] = await manager.query(
    `select m.id, m.description, m.focus_x, m.focus_y, m.type, m.state from media m
      where m.id = any($1::bigint[]) and m.account_id = $2
        and ((m.status_id is null and m.scheduled_id is null) or m.status_id = $3 or m.scheduled_id = $4) order by m.id for update of m`,
    [wanted, owner.accountId, owner.statusId ?? null, owner.scheduledId ?? null],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const taken = wanted.map((id) => {
    const row = byId.get(id);
    if (!row || row.state === 'failed') throw new MediaNotFree();
    if (row.state === 'processing') throw new MediaNotReady();
    return row;
  });
  if (taken.length > 1 && taken.some((row) => row.type !== 'image')) throw new FilmNotAlone();
  return taken.map(({ id, description, focus_x, focus_y }) => ({ id, description, focus_x, focus_y }));
}

/** Hangs pictures on a status in this order. Those it had before and loses now stay for its older versions, at position -1. */
export async function placeMedia(manager: EntityManager, statusId: string, ids: readonly string[]): Promise<void> {
  await manager.query('update media set position = -1 where status_id = $1 and position >= 0 and id <> all ($2::bigint[])', [
    statusId,
    ids,
  ]);
  if (ids.length === 0) return;
  await manager.query(
    `update media m set status_id = $1, scheduled_id = null, position = u.place - 1 from unnest($2::bigint[]) with ordinality as u (id, place) where m.id = u.id`,
    [statusId, ids],
  );
}
