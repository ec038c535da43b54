import type { EntityManager } from 'typeorm';
import type { ComposedPoll } from './compose-poll.js';

/** A stored poll, as the transaction that holds the lock of its status sees it. */
export interface StoredPoll extends ComposedPoll {
  id: string;
  over: boolean;
}

/** What a version of a status remembers of its poll. */
export function pollVersion(poll: ComposedPoll | null): { options: { title: string }[]; multiple: boolean } | null {
  return poll && { options: poll.options.map((title) => ({ title })), multiple: poll.multiple };
}

/** What people answer; who changes it asks anew. */
export function asksTheSame(one: ComposedPoll | null, other: ComposedPoll | null): boolean {
  return JSON.stringify(pollVersion(one)) === JSON.stringify(pollVersion(other));
}

/** @returns the id of the new poll */
export async function insertPoll(manager: EntityManager, accountId: string, poll: ComposedPoll): Promise<string> {
  const rows: { id: string }[] = await manager.query(
    `insert into poll (account_id, options, multiple, hide_totals, seconds, expires_at, tallies)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $5::integer), $6) returning id`,
    [accountId, poll.options, poll.multiple, poll.hideTotals, poll.seconds, poll.options.map(() => 0)],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the poll was not stored');
  return id;
}

/** The poll of a status that the caller has locked; null without one. */
export async function storedPoll(manager: EntityManager, statusId: string): Promise<StoredPoll | null> {
  const rows: StoredPoll[] = await manager.query(
    `select p.id, p.options, p.multiple, p.hide_totals as "hideTotals", p.seconds, p.expires_at <= now() as over
       from status s join poll p on p.id = s.poll_id where s.id = $1`,
    [statusId],
  );
  return rows[0] ?? null;
}

/**
 * Brings the poll of a status from one version to the next. Other options or another kind make a new question: the votes are gone and
 * the time begins again. The same question keeps its votes; one that is over stays over.
 * @returns the id of the poll, null when there is none any more
 */
export async function changePoll(
  manager: EntityManager,
  accountId: string,
  now: StoredPoll | null,
  next: ComposedPoll | null,
): Promise<string | null> {
  if (next === null) {
    if (now) await manager.query('delete from poll where id = $1', [now.id]);
    return null;
  }
  if (now === null) return insertPoll(manager, accountId, next);
  if (!asksTheSame(now, next)) {
    await manager.query('delete from poll_ballot where poll_id = $1', [now.id]);
    await manager.query(
      `update poll set options = $2, multiple = $3, hide_totals = $4, seconds = $5, expires_at = now() + make_interval(secs => $5::integer),
              ended_at = null, tallies = $6, voters_count = 0 where id = $1`,
      [now.id, next.options, next.multiple, next.hideTotals, next.seconds, next.options.map(() => 0)],
    );
  } else if (!now.over) {
    await manager.query(
      `update poll set hide_totals = $2, seconds = $3,
              expires_at = case when seconds = $3 then expires_at else now() + make_interval(secs => $3::integer) end where id = $1`,
      [now.id, next.hideTotals, next.seconds],
    );
  }
  return now.id;
}
