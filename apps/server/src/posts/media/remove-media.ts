import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { mediaFiles, type MediaKeys } from './media-files.js';
import { REMOVE_FILES } from './remove-files.job.js';

@Injectable()
export class RemoveMedia {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Removes an upload that no post uses. @throws NotFound */
  async run(viewer: Viewer, input: { id: string }): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [media]: MediaKeys[] = await manager.query(
        `with gone as (delete from media where id = $1 and account_id = $2 and status_id is null and scheduled_id is null returning key, content_type, preview_key)
         select key, content_type, preview_key from gone`,
        [input.id, viewer.accountId],
      );
      if (!media) throw new NotFound();
      await this.jobs.send(manager, REMOVE_FILES, { files: mediaFiles(media) });
    });
  }
}
