import type { Visibility } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors.js';

/** What a verb needs to know of a status that nobody else changes meanwhile. */
export interface LockedStatus {
  id: string;
  account_id: string;
  visibility: Visibility;
  thread_id: string;
  in_reply_to_id: string | null;
  in_reply_to_account_id: string | null;
  /** Ids of the accounts mentioned. */
  mentioned: string[];
}

/**
 * Takes the status for this transaction. Every verb that counts does this first, in the order README.md gives, so that none waits in a circle.
 * @throws NotFound when it was deleted, perhaps a moment ago
 */
export async function lockStatus(manager: EntityManager, id: string): Promise<LockedStatus> {
  const rows: LockedStatus[] = await manager.query(
    `select s.id, s.account_id, s.visibility, s.thread_id, s.in_reply_to_id, s.in_reply_to_account_id,
            array(select m.account_id::text from status_mention m where m.status_id = s.id order by m.account_id) as mentioned
       from status s where s.id = $1 and s.deleted_at is null for no key update of s`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new NotFound();
  return row;
}

/** Who could see it: what every journal entry about a status carries. */
export function audienceOf(status: Pick<LockedStatus, 'visibility' | 'mentioned'>): { visibility: string; mentioned: string[] } {
  return { visibility: status.visibility, mentioned: status.mentioned };
}

/** For what nobody but the actor learns. */
export const ONLY_THE_ACTOR = { visibility: 'self', mentioned: [] };

/** Replies that everybody may see count; others would tell of what the reader may not see. */
export function isCounted(visibility: Visibility): boolean {
  return visibility === 'public' || visibility === 'unlisted';
}
