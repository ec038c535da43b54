import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { jobQueue } from '../../platform/jobs/job-queue.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { mediaFiles } from './media-files.js';
import { REMOVE_FILES } from './remove-files.job.js';

const SWEEP_LOOSE_MEDIA = jobQueue('sweep-loose-media', z.object({}), { keep: 3600 });
const EVERY_HOUR = '17 * * * *';
const AT_ONCE = 200;

/** Uploads that no post took within a day are removed. */
@Injectable()
export class SweepLooseMediaJob {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {
    jobs.every(EVERY_HOUR, SWEEP_LOOSE_MEDIA, async () => {
      while ((await this.step()) === AT_ONCE);
    });
  }

  /** @returns how many went. A post that takes one at this moment wins: its row is locked, so it is left out. */
  private step(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const media: { key: string; content_type: string }[] = await manager.query(
        `with old as (
           select id from media where status_id is null and scheduled_id is null and created_at < now() - interval '1 day' order by created_at limit ${AT_ONCE} for update skip locked
         ),
         gone as (delete from media m using old where m.id = old.id returning m.key, m.content_type)
         select key, content_type from gone`,
      );
      if (media.length > 0) await this.jobs.send(manager, REMOVE_FILES, { files: media.flatMap((item) => mediaFiles(item)) });
      return media.length;
    });
  }
}
