import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type JobResult, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { JOB_SCHEMA } from './job-schema.js';
import type { JobQueue } from './job-queue.js';

const POLL_SECONDS = 0.5;
/** Jobs of one queue that a node works on at the same time. */
const AT_ONCE = 10;
const LONGEST_WAIT = 3600;
/** A job that its node has not ended by then is given to another: the node was killed. */
const MOST_SECONDS = 120;

interface Handler {
  queue: JobQueue<object>;
  work: (data: object) => Promise<void>;
  cron: string | null;
}

/**
 * Work that is done after a request, or by the clock. A job is a row: it is sent in the verb's transaction, so it exists if and
 * only if what it belongs to happened, and a crash loses none. A job may run twice; its work must not mind.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly handlers: Handler[] = [];
  private readonly boss: PgBoss;
  private started: Promise<PgBoss> | null = null;

  constructor(private readonly settings: Settings) {
    this.boss = new PgBoss({
      connectionString: settings.databaseUrl,
      schema: JOB_SCHEMA,
      application_name: 'roost-jobs',
      max: 3,
      // The owner installs the tables: platform/jobs/job-schema.ts.
      migrate: false,
      createSchema: false,
      reindex: false,
      supervise: settings.role !== 'web',
      schedule: settings.role !== 'web',
    });
    this.boss.on('error', (error) => this.log.warn(`jobs wait: ${error.message}`));
  }

  /** Called by rooms while the application is put together. */
  handle<Data extends object>(queue: JobQueue<Data>, work: (data: Data) => Promise<void>): void {
    this.handlers.push({ queue, work: (data) => work(queue.schema.parse(data)), cron: null });
  }

  /** As {@link handle}, for work by the clock: one node does it, at most once a minute. */
  every<Data extends object>(cron: string, queue: JobQueue<Data>, work: (data: Data) => Promise<void>): void {
    this.handlers.push({ queue, work: (data) => work(queue.schema.parse(data)), cron });
  }

  /** Sends a job as part of the transaction. */
  async send<Data extends object>(manager: EntityManager, queue: JobQueue<Data>, data: Data): Promise<void> {
    const boss = await this.running();
    const runner = manager.queryRunner;
    if (!runner) throw new Error('a job is sent in a transaction');
    await boss.send(queue.name, data, {
      retryLimit: queue.retries,
      retryDelay: queue.retryDelay,
      retryBackoff: true,
      retryDelayMax: LONGEST_WAIT,
      deleteAfterSeconds: queue.keep,
      expireInSeconds: MOST_SECONDS,
      db: {
        executeSql: async (text, values) => {
          const result = await runner.query(text, values, true);
          return { rows: result.records };
        },
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const boss = await this.running();
    for (const { queue } of this.handlers)
      await boss.createQueue(queue.name, { deleteAfterSeconds: queue.keep, expireInSeconds: MOST_SECONDS });
    if (this.settings.role === 'web') return;
    for (const { queue, work, cron } of this.handlers) {
      const options = {
        batchSize: AT_ONCE,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: POLL_SECONDS,
      } as const;
      await boss.work<object, object, typeof options>(queue.name, options, (jobs) =>
        Promise.all(jobs.map((job) => this.settle(queue.name, job.id, () => work(job.data ?? {})))),
      );
      if (cron !== null) await boss.schedule(queue.name, cron, {});
    }
  }

  /** Before the HTTP server and the connections go: a job under way gets ten seconds, then another start does it again. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.started) return;
    await this.started.catch(() => undefined);
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  /** Each job of a batch ends for itself: one that fails is tried again alone. */
  private async settle(queue: string, id: string, work: () => Promise<void>): Promise<JobResult> {
    try {
      await work();
      return { id, status: 'completed' };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn(`${queue} will be tried again: ${reason}`);
      return { id, status: 'failed', output: { reason } };
    }
  }

  private running(): Promise<PgBoss> {
    this.started ??= this.boss.start().catch((error: unknown) => {
      this.started = null;
      throw error;
    });
    return this.started;
  }
}
