import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { jobQueue } from '../../platform/jobs/job-queue.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage/storage.js';

/** Sent in the transaction that takes files out of use: a crash right after it leaves none behind. */
export const REMOVE_FILES = jobQueue('remove-files', z.object({ files: z.array(z.string()) }), { retries: 20, keep: 3600 });

@Injectable()
export class RemoveFilesJob {
  constructor(jobs: Jobs, storage: Storage) {
    jobs.handle(REMOVE_FILES, async ({ files }) => {
      for (const file of files) await storage.remove(file);
    });
  }
}
