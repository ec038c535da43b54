import type { JournalType } from '@roost/contracts';
import { type Statement, statement } from '../database/database.js';

/** An entry as consumers read it. `seq`, `xid` and ids are decimal strings. */
export interface JournalEntry {
  seq: string;
  xid: string;
  at: Date;
  type: JournalType;
  actorId: string | null;
  subjectType: string;
  subjectId: string | null;
  audience: Record<string, unknown>;
  payload: Record<string, unknown>;
}

/** Where a reader stands: entries are read in the order of (xid, seq). */
export interface JournalCursor {
  xid: string;
  seq: string;
}

/**
 * What follows a cursor, below the transaction horizon. A transaction that is still open holds back all that came after it,
 * so one that commits late is never skipped. Index: journal_entry_tail.
 */
export const READ_TAIL: Statement = statement(
  'journal-tail',
  `select e.seq, e.xid::text as xid, e.at, e.type, e.actor_id as "actorId", e.subject_type as "subjectType",
          e.subject_id as "subjectId", e.audience, coalesce(p.payload, '{}') as payload
     from journal_entry e left join journal_payload p on p.seq = e.seq
    where (e.xid, e.seq) > ($1::xid8, $2::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.seq
    limit $3`,
);

/** The newest place a new reader may start from without missing anything that is not yet visible. */
export const READ_HEAD: Statement = statement(
  'journal-head',
  `select xid::text as xid, seq from journal_entry
    where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, seq desc limit 1`,
);

export const BEGINNING: JournalCursor = { xid: '0', seq: '0' };

/** A cursor as clients keep it: opaque, `xid-seq`. */
export function encodeCursor(cursor: JournalCursor): string {
  return `${cursor.xid}-${cursor.seq}`;
}

/** @returns null when the text is no cursor of ours */
export function decodeCursor(text: string): JournalCursor | null {
  const match = /^(\d{1,20})-(\d{1,19})$/.exec(text);
  return match?.[1] && match[2] ? { xid: match[1], seq: match[2] } : null;
}
