import type { EntityManager } from 'typeorm';
import type { ComposedPost } from './compose-posts.js';
import type { DemoPost } from './demo-post.js';
import { insertRows, iso, reserveIds } from './insert-rows.js';
import { known } from './store-relations.js';

/** A picture whose files are in the storage. */
export interface PaintedPicture {
  key: string;
  contentType: string;
  bytes: number;
  width: number;
  height: number;
  previewWidth: number;
  previewHeight: number;
  blurhash: string;
  description: string;
}

export interface StoredPicture {
  id: string;
  description: string;
}

const MEDIA = {
  id: 'bigint',
  account_id: 'bigint',
  status_id: 'bigint',
  key: 'text',
  content_type: 'text',
  bytes: 'integer',
  width: 'integer',
  height: 'integer',
  preview_width: 'integer',
  preview_height: 'integer',
  description: 'text',
  blurhash: 'text',
  created_at: 'timestamptz',
} as const;

/** A minute to choose a picture and describe it. */
const CHOOSING_MS = 60_000;

/** Ids for the pictures of these posts, each from before its post. */
export async function reservePictures(
  manager: EntityManager,
  posts: readonly DemoPost[],
  painted: ReadonlyMap<string, PaintedPicture>,
): Promise<Map<DemoPost, StoredPicture>> {
  const pictured = posts.filter(({ picture }) => picture !== null && painted.has(picture));
  const ids = await reserveIds(
    manager,
    pictured.map(({ at }) => at - CHOOSING_MS),
  );
  return new Map(
    pictured.map((post, index) => [post, { id: ids[index] ?? '', description: known(painted, post.picture ?? '').description }]),
  );
}

/** Hangs the pictures on posts that are stored already. */
export async function storePictures(
  manager: EntityManager,
  pictures: ReadonlyMap<DemoPost, StoredPicture>,
  painted: ReadonlyMap<string, PaintedPicture>,
  composed: ReadonlyMap<DemoPost, ComposedPost>,
): Promise<void> {
  const rows = [...pictures].map(([post, { id }]) => {
    const picture = known(painted, post.picture ?? '');
    const { id: statusId, authorId } = known(composed, post);
    return {
      id,
      account_id: authorId,
      status_id: statusId,
      key: picture.key,
      content_type: picture.contentType,
      bytes: picture.bytes,
      width: picture.width,
      height: picture.height,
      preview_width: picture.previewWidth,
      preview_height: picture.previewHeight,
      description: picture.description,
      blurhash: picture.blurhash,
      created_at: iso(post.at - CHOOSING_MS),
    };
  });
  await insertRows(manager, 'media', MEDIA, rows);
}
