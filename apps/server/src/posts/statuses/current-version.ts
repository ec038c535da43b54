import type { EntityManager } from 'typeorm';
import type { MediaVersion } from '../media/attach-media.js';
import { type StoredPoll, storedPoll } from '../polls/keep-poll.js';

/** What a status says now, as the transaction that locked it sees it. */
export interface CurrentVersion {
  text: string;
  spoiler_text: string;
  sensitive: boolean;
  language: string | null;
  /** In the order they are shown. */
  media: MediaVersion[];
  poll: StoredPoll | null;
}

export async function currentVersion(manager: EntityManager, statusId: string): Promise<CurrentVersion> {
  const rows: Omit<CurrentVersion, 'media' | 'poll'>[] = await manager.query(
    'select text, spoiler_text, sensitive, language from status where id = $1',
    [statusId],
  );
  const media: MediaVersion[] = await manager.query(
    'select id, description, focus_x, focus_y from media where status_id = $1 and position >= 0 order by position, id',
    [statusId],
  );
  const row = rows[0];
  if (!row) throw new Error('a locked status vanished');
  return { ...row, media, poll: await storedPoll(manager, statusId) };
}
