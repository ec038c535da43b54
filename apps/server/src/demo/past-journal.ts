import type { JournalType, NotificationType } from '@roost/contracts';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { commitmentOf } from '../platform/journal/journal.js';
import { insertRows, iso, reserveIds } from './insert-rows.js';

/** Somebody who is told of an entry. */
export interface Told {
  accountId: string;
  type: NotificationType;
  fromId: string;
  statusId: string | null;
  reply: boolean;
}

export interface PastEntry {
  at: number;
  type: JournalType;
  actorId: string | null;
  subjectType: string;
  subjectId: string | null;
  audience: { visibility: string; mentioned: readonly string[] } | Record<string, never>;
  payload: Record<string, unknown>;
  tells: readonly Told[];
}

export const NOBODY_ELSE = { visibility: 'self', mentioned: [] } as const;

const ENTRY = {
  seq: 'bigint',
  at: 'timestamptz',
  type: 'text',
  actor_id: 'bigint',
  subject_type: 'text',
  subject_id: 'bigint',
  audience: 'jsonb',
  commitment: 'hex',
} as const;
const NOTIFICATION = {
  id: 'bigint',
  account_id: 'bigint',
  type: 'text',
  from_account_id: 'bigint',
  status_id: 'bigint',
  reply: 'boolean',
  cause: 'bigint',
  created_at: 'timestamptz',
} as const;

/** A notification that was written, with the moment it is of. */
export interface PastNotification {
  id: string;
  accountId: string;
  at: number;
}

/**
 * Entries and notifications of what has been, as the verbs and the listener of the notifications would have left them: a listener that
 * hears these entries again finds every notification there.
 */
export class PastJournal {
  private readonly entries: PastEntry[] = [];

  add(entry: Omit<PastEntry, 'tells'> & { tells?: readonly Told[] }): void {
    this.entries.push({ ...entry, tells: (entry.tells ?? []).filter(({ accountId, fromId }) => accountId !== fromId) });
  }

  /** Writes everything in the order of the moments. Must be the transaction's own work: the entries carry its id. */
  async write(manager: EntityManager): Promise<PastNotification[]> {
    const entries = this.entries.splice(0).sort((a, b) => a.at - b.at);
    const tellings = entries.flatMap((entry) => entry.tells.map((told) => ({ told, entry })));
    const ids = await reserveIds(
      manager,
      tellings.map(({ entry }) => entry.at),
    );
    const notifications = tellings.map(({ told, entry }, index) => ({ ...told, entry, id: ids[index] ?? '', at: entry.at }));
    const announced = new Map<PastEntry, typeof notifications>();
    for (const item of notifications) announced.set(item.entry, [...(announced.get(item.entry) ?? []), item]);
    const all = entries.flatMap((entry) => [entry, ...(announced.get(entry) ?? []).map(announcement)]);
    const seqs = await reserveSeqs(manager, all.length);
    const seqOf = new Map(all.map((entry, index) => [entry, seqs[index] ?? '']));
    await writeEntries(manager, seqOf);
    await insertRows(
      manager,
      'notification',
      NOTIFICATION,
      notifications.map(({ id, accountId, type, fromId, statusId, reply, entry }) => ({
        id,
        type,
        reply,
        account_id: accountId,
        from_account_id: fromId,
        status_id: statusId,
        cause: seqOf.get(entry),
        created_at: iso(entry.at),
      })),
    );
    if (manager.queryRunner) manager.queryRunner.data.journalled = true;
    return notifications;
  }
}

/**
 * Lets listeners that exist already go on after these entries: what they would do about them is done. Nothing of anybody else is skipped,
 * since nobody was there; and it happens in the transaction that holds the entries.
 */
export async function passListeners(manager: EntityManager): Promise<void> {
  await manager.query(
    `update journal_cursor set xid = pg_current_xact_id(), updated_at = now(),
            seq = (select max(seq) from journal_entry where xid = pg_current_xact_id())`,
  );
}

function announcement({ id, accountId, at }: PastNotification): PastEntry {
  return {
    at,
    type: 'notification.created',
    actorId: null,
    subjectType: 'notification',
    subjectId: id,
    audience: { visibility: 'direct', mentioned: [accountId] },
    payload: { notificationId: id, accountId },
    tells: [],
  };
}

async function reserveSeqs(manager: EntityManager, count: number): Promise<string[]> {
  const rows: { seq: string }[] = await manager.query(
    `select nextval(pg_get_serial_sequence('journal_entry', 'seq'))::text as seq from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ seq }) => seq);
}

async function writeEntries(manager: EntityManager, entries: ReadonlyMap<PastEntry, string>): Promise<void> {
  const sealed = [...entries].map(([entry, seq]) => {
    const salt = randomBytes(32);
    return { entry, seq, salt: salt.toString('hex'), commitment: commitmentOf(salt, entry.payload).toString('hex') };
  });
  const rows = sealed.map(({ entry, seq, commitment }) => ({
    seq,
    commitment,
    at: iso(entry.at),
    type: entry.type,
    actor_id: entry.actorId,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    audience: entry.audience,
  }));
  await insertRows(manager, 'journal_entry', ENTRY, rows, { ownKeys: true });
  const payloads = sealed.map(({ entry, seq, salt }) => ({ seq, salt, payload: entry.payload }));
  await insertRows(manager, 'journal_payload', { seq: 'bigint', salt: 'hex', payload: 'jsonb' }, payloads);
}
