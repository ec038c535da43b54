import { Injectable } from '@nestjs/common';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Database } from '../../platform/database/database.js';
import { incomingFolder } from '../../platform/http/multipart.js';
import { jobQueue } from '../../platform/jobs/job-queue.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { mediaFiles, type MediaKeys } from './media-files.js';
import { REMOVE_FILES } from './remove-files.job.js';

const SWEEP_LOOSE_MEDIA = jobQueue('sweep-loose-media', z.object({}), { keep: 3600 });
const EVERY_HOUR = '17 * * * *';
const AT_ONCE = 200;
const DAY_MS = 86_400_000;

/** Uploads that no post took within a day are removed. */
@Injectable()
export class SweepLooseMediaJob {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    settings: Settings,
  ) {
    jobs.every(EVERY_HOUR, SWEEP_LOOSE_MEDIA, async () => {
      while ((await this.step()) === AT_ONCE);
      await sweepIncoming(incomingFolder(settings.dataDir));
    });
  }

  /** @returns how many went. A post that takes one at this moment wins: its row is locked, so it is left out. */
  private step(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const media: MediaKeys[] = await manager.query(
        `with old as (
           select id from media where status_id is null and scheduled_id is null and created_at < now() - interval '1 day' order by created_at limit ${AT_ONCE} for update skip locked
         ),
         gone as (delete from media m using old where m.id = old.id returning m.key, m.content_type, m.preview_key)
         select key, content_type, preview_key from gone`,
      );
      if (media.length > 0) await this.jobs.send(manager, REMOVE_FILES, { files: media.flatMap((item) => mediaFiles(item)) });
      return media.length;
    });
  }
}

/** What a crash left behind of uploads under way. */
async function sweepIncoming(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const facts = await stat(path).catch(() => null);
    if (facts && facts.mtimeMs < Date.now() - DAY_MS) await rm(path, { recursive: true, force: true });
  }
}
