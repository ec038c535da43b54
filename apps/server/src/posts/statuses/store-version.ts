import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { type MediaVersion, placeMedia } from '../media/attach-media.js';
import type { ComposedPoll } from '../polls/compose-poll.js';
import { pollVersion } from '../polls/keep-poll.js';
import type { ComposedText } from './compose-text.js';

/** The next version, put together but not yet stored. */
export interface NextVersion extends ComposedText {
  sensitive: boolean;
  language: string | null;
  media: MediaVersion[];
  poll: ComposedPoll | null;
}

/** Makes the next version the current one and keeps it among the others. */
export async function storeVersion(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
  next: NextVersion,
  pollId: string | null,
): Promise<{ version: number; edited_at: Date }> {
  const rows: { version: number; edited_at: Date }[] = await manager.query(
    `with edited as (
       update status set text = $2, spoiler_text = $3, sensitive = $4, language = $5, entities = $6, has_media = $7, poll_id = $10, version = version + 1, edited_at = now()
        where id = $1 returning id, version, text, spoiler_text, sensitive, language, entities, edited_at
     ),
     kept as (
       insert into status_version (status_id, version, text, spoiler_text, sensitive, language, entities, media, editor_id, created_at, poll)
       select id, version, text, spoiler_text, sensitive, language, entities, $8, $9, edited_at, $11 from edited
     )
     select version, edited_at from edited`,
    [
      id,
      next.text,
      next.spoiler,
      next.sensitive,
      next.language,
      JSON.stringify(next.entities),
      next.media.length > 0,
      JSON.stringify(next.media),
      viewer.accountId,
      pollId,
      next.poll && JSON.stringify(pollVersion(next.poll)),
    ],
  );
  const row = rows[0];
  if (!row) throw new Error('the new version was not stored');
  return row;
}

/** Hangs the files of the version on the status, with their descriptions. */
export async function storeMedia(manager: EntityManager, statusId: string, media: readonly MediaVersion[]): Promise<void> {
  await placeMedia(
    manager,
    statusId,
    media.map((item) => item.id),
  );
  for (const item of media) {
    await manager.query('update media set description = $2, focus_x = $3, focus_y = $4 where id = $1', [
      item.id,
      item.description,
      item.focus_x,
      item.focus_y,
    ]);
  }
}
