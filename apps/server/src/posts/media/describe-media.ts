import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage/storage.js';
import { MakePreview, type Preview } from './make-preview.js';
import { previewFile } from './media-files.js';
import type { MediaChangeBody } from './media.input.js';
import { REMOVE_FILES } from './remove-files.job.js';

// Index: media_pkey.
const LOOSE = statement(
  'own-loose-media',
  'select m.type from media m where m.id = $1 and m.account_id = $2 and m.status_id is null',
);

@Injectable()
export class DescribeMedia {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly storage: Storage,
    private readonly makePreview: MakePreview,
  ) {}

  /**
   * Changes the alternative text, the focus and, of a film or sound, the preview of an upload that no post uses yet; once it hangs on
   * one, editing the post does it, so that every version stays visible. A picture is its own preview.
   * @throws NotFound ImageRefused ImageQueueFull
   */
  async run(viewer: Viewer, input: MediaChangeBody & { id: string }): Promise<void> {
    const media = await this.database.readOne<{ type: string }>(LOOSE, [input.id, viewer.accountId]);
    if (!media) throw new NotFound();
    const preview = input.thumbnail && media.type !== 'image' ? await this.makePreview.run(input.thumbnail.bytes) : null;
    try {
      await this.change(viewer, input, preview);
    } catch (error) {
      if (preview) await this.storage.remove(preview.file);
      throw error;
    }
  }

  private async change(viewer: Viewer, input: MediaChangeBody & { id: string }, preview: Preview | null): Promise<void> {
    await this.database.transaction(async (manager) => {
      const rows: { preview_key: string | null }[] = await manager.query(
        'select preview_key from media where id = $1 and account_id = $2 and status_id is null for update',
        [input.id, viewer.accountId],
      );
      const [former] = rows;
      if (!former) throw new NotFound();
      await manager.query(
        `update media set description = case when $2::text is null then description else nullif($2, '') end,
                focus_x = coalesce($3, focus_x), focus_y = coalesce($4, focus_y) where id = $1`,
        [input.id, input.description ?? null, input.focus?.x ?? null, input.focus?.y ?? null],
      );
      if (!preview) return;
      await manager.query(
        'update media set preview_key = $2, preview_width = $3, preview_height = $4, blurhash = $5 where id = $1',
        [input.id, preview.key, preview.width, preview.height, preview.blurhash],
      );
      if (former.preview_key !== null) await this.jobs.send(manager, REMOVE_FILES, { files: [previewFile(former.preview_key)] });
    });
  }
}
