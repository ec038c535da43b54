import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import { readFile } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { sniffFilm } from '../../platform/films/sniff-film.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { MadeImage, Rendition } from '../../platform/images/image-recipe.js';
import { ImageWorkshop } from '../../platform/images/image-workshop.js';
import { sniffImage } from '../../platform/images/sniff-image.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { newSecret } from '../../platform/secrets.js';
import { Storage } from '../../platform/storage/storage.js';
import { insertMedia } from './insert-media.js';
import { MakePreview } from './make-preview.js';
import { FileTooLarge, UnknownFile } from './media.errors.js';
import { mediaFile, rawFile, type RenditionName } from './media-files.js';
import type { UploadBody } from './media.input.js';
import { PREPARE_FILM } from './prepare-film.job.js';

/** The first is what people open, the last what timelines show. */
export const PICTURE_RECIPE: (Rendition & { name: RenditionName })[] = [
  { name: 'original', width: 2560, height: 2560, fit: 'inside', encoding: 'alike' },
  { name: 'small', width: 640, height: 640, fit: 'inside', encoding: 'webp' },
];

@Injectable()
export class UploadMedia {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly workshop: ImageWorkshop,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
    private readonly makePreview: MakePreview,
  ) {}

  /**
   * What is stored is made anew: no metadata, no second meaning of the file survives. A picture is ready with the answer; a film or
   * sound is kept as it came and prepared by a job, so that no request waits for it and no restart loses it.
   * @returns the id of the media. @throws UnknownFile ImageRefused ImageQueueFull FileTooLarge TooManyLooseMedia
   */
  async run(viewer: Viewer, input: UploadBody): Promise<string> {
    const { head } = input.file;
    if (sniffImage(head) !== null) return this.picture(viewer, input);
    const type = sniffFilm(head);
    if (type === null) throw new UnknownFile();
    return this.film(viewer, input, type);
  }

  private async picture(viewer: Viewer, input: UploadBody): Promise<string> {
    if (input.file.bytes > LIMITS.imageBytes) throw new FileTooLarge(LIMITS.imageBytes);
    const { images, blurhash } = await this.workshop.make(await readFile(input.file.path), PICTURE_RECIPE);
    const [original, small] = images;
    if (!original || !small) throw new Error('the workshop left a rendition out');
    const keys = { key: newSecret(), content_type: original.contentType, preview_key: null };
    const fileOf = (image: MadeImage) => mediaFile(keys, image.name as RenditionName);
    return this.keep(
      viewer,
      [original, small].map(fileOf),
      async () => {
        for (const image of [original, small]) await this.storage.put(fileOf(image), image.bytes, image.contentType);
      },
      (manager) =>
        insertMedia(manager, {
          ...keys,
          ...described(input),
          account_id: viewer.accountId,
          type: 'image',
          state: 'ready',
          bytes: original.bytes.length,
          width: original.width,
          height: original.height,
          preview_width: small.width,
          preview_height: small.height,
          blurhash,
        }),
    );
  }

  private async film(viewer: Viewer, input: UploadBody, type: 'video' | 'audio'): Promise<string> {
    const preview = input.thumbnail ? await this.makePreview.run(input.thumbnail.bytes) : null;
    const key = newSecret();
    const raw = rawFile(key);
    return this.keep(
      viewer,
      preview ? [raw, preview.file] : [raw],
      () => this.storage.putFile(raw, input.file.path, input.file.contentType),
      async (manager) => {
        const id = await insertMedia(manager, {
          ...described(input),
          account_id: viewer.accountId,
          type,
          state: 'processing',
          key,
          content_type: 'application/octet-stream',
          bytes: input.file.bytes,
          width: null,
          height: null,
          preview_width: preview?.width ?? null,
          preview_height: preview?.height ?? null,
          preview_key: preview?.key ?? null,
          blurhash: preview?.blurhash ?? null,
        });
        await this.jobs.send(manager, PREPARE_FILM, { id });
        return id;
      },
    );
  }

  /** Files first, then the row that leads to them; files without a row are removed. */
  private async keep(
    viewer: Viewer,
    files: readonly string[],
    store: () => Promise<void>,
    insert: (manager: EntityManager) => Promise<string>,
  ): Promise<string> {
    let kept = false;
    try {
      await store();
      return await this.database.transaction(async (manager) => {
        const { id, replayed } = await this.idempotency.once(manager, `account:${viewer.accountId}`, () => insert(manager));
        kept = !replayed;
        return id;
      });
    } catch (error) {
      kept = false;
      throw error;
    } finally {
      if (!kept) for (const file of files) await this.storage.remove(file);
    }
  }
}

function described(input: UploadBody) {
  return { description: input.description || null, focus_x: input.focus?.x ?? 0, focus_y: input.focus?.y ?? 0 };
}
