import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { MadeImage, Rendition } from '../../platform/images/image-recipe.js';
import { ImageWorkshop } from '../../platform/images/image-workshop.js';
import { newSecret } from '../../platform/secrets.js';
import { Storage } from '../../platform/storage/storage.js';
import { TooManyLooseMedia } from './media.errors.js';
import { mediaFile, type RenditionName } from './media-files.js';
import type { UploadBody } from './media.input.js';

/** The first is what people open, the last what timelines show. */
export const PICTURE_RECIPE: (Rendition & { name: RenditionName })[] = [
  { name: 'original', width: 2560, height: 2560, fit: 'inside', encoding: 'alike' },
  { name: 'small', width: 640, height: 640, fit: 'inside', encoding: 'webp' },
];
/** Uploads that no post uses yet, of one person. Ten full posts. */
const LOOSE_LIMIT = 10 * LIMITS.mediaPerStatus;

interface Picture {
  key: string;
  original: MadeImage;
  small: MadeImage;
  blurhash: string;
}

@Injectable()
export class UploadMedia {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly workshop: ImageWorkshop,
    private readonly storage: Storage,
  ) {}

  /**
   * What is stored is made anew from the pixels: no metadata, no second meaning of the file survives.
   * @returns the id of the media. @throws ImageRefused ImageQueueFull TooManyLooseMedia
   */
  async run(viewer: Viewer, input: UploadBody): Promise<string> {
    const picture = await this.make(input.file.bytes);
    const files = [picture.original, picture.small].map((image) => ({ image, key: fileOf(picture, image) }));
    let kept = false;
    try {
      for (const { key, image } of files) await this.storage.put(key, image.bytes, image.contentType);
      return await this.database.transaction(async (manager) => {
        const { id, replayed } = await this.idempotency.once(manager, `account:${viewer.accountId}`, () =>
          this.insert(manager, viewer.accountId, picture, input),
        );
        kept = !replayed;
        return id;
      });
    } catch (error) {
      kept = false;
      throw error;
    } finally {
      if (!kept) for (const { key } of files) await this.storage.remove(key);
    }
  }

  private async make(bytes: Buffer): Promise<Picture> {
    const { images, blurhash } = await this.workshop.make(bytes, PICTURE_RECIPE);
    const [original, small] = images;
    if (!original || !small) throw new Error('the workshop left a rendition out');
    return { key: newSecret(), original, small, blurhash };
  }

  private async insert(manager: EntityManager, accountId: string, picture: Picture, input: UploadBody): Promise<string> {
    // Uploads at once wait for each other here, or each would find room for one more.
    await manager.query('select id from account where id = $1 for no key update', [accountId]);
    const [loose]: { count: number }[] = await manager.query(
      'select count(*)::int as count from media where account_id = $1 and status_id is null and scheduled_id is null',
      [accountId],
    );
    if (loose && loose.count >= LOOSE_LIMIT) throw new TooManyLooseMedia(LOOSE_LIMIT);
    const { original, small } = picture;
    const rows: { id: string }[] = await manager.query(
      `insert into media (account_id, key, content_type, bytes, width, height, preview_width, preview_height, blurhash, description, focus_x, focus_y)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        accountId,
        picture.key,
        original.contentType,
        original.bytes.length,
        original.width,
        original.height,
        small.width,
        small.height,
        picture.blurhash,
        input.description || null,
        input.focus?.x ?? 0,
        input.focus?.y ?? 0,
      ],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('the picture was not stored');
    return id;
  }
}

function fileOf(picture: Picture, image: MadeImage): string {
  return mediaFile({ key: picture.key, content_type: picture.original.contentType }, image.name as RenditionName);
}
