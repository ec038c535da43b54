import { LIMITS } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { TooManyLooseMedia } from './media.errors.js';
import type { MediaRow } from './media.row.js';

/** Uploads that no post uses yet, of one person. Ten full posts. */
const LOOSE_LIMIT = 10 * LIMITS.mediaPerStatus;

type Given = 'account_id' | 'type' | 'state' | 'key' | 'content_type' | 'width' | 'height';
type Described = 'preview_width' | 'preview_height' | 'preview_key' | 'blurhash' | 'description' | 'focus_x' | 'focus_y';
export type NewMedia = Pick<MediaRow, Given | Described> & { bytes: number };

/** @returns the id of the upload. @throws TooManyLooseMedia */
export async function insertMedia(manager: EntityManager, media: NewMedia): Promise<string> {
  // Uploads at once wait for each other here, or each would find room for one more.
  await manager.query('select id from account where id = $1 for no key update', [media.account_id]);
  const [loose]: { count: number }[] = await manager.query(
    'select count(*)::int as count from media where account_id = $1 and status_id is null and scheduled_id is null',
    [media.account_id],
  );
  if (loose && loose.count >= LOOSE_LIMIT) throw new TooManyLooseMedia(LOOSE_LIMIT);
  const rows: { id: string }[] = await manager.query(
    `insert into media (account_id, type, state, key, content_type, bytes, width, height, preview_width, preview_height, preview_key, blurhash,
                        description, focus_x, focus_y)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      media.account_id,
      media.type,
      media.state,
      media.key,
      media.content_type,
      media.bytes,
      media.width,
      media.height,
      media.preview_width,
      media.preview_height,
      media.preview_key,
      media.blurhash,
      media.description,
      media.focus_x,
      media.focus_y,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the upload was not stored');
  return id;
}
