import { Injectable, Logger } from '@nestjs/common';
import { MAIL_QUEUE } from '../../people/mails/mail-queue.js';
import { Database, statement } from '../../platform/database/database.js';
import { Forbidden, RoostError } from '../../platform/errors.js';
import { DueWork } from '../../platform/jobs/due-work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { ONLY_THE_ACTOR } from '../statuses/lock-status.js';
import { PublishStatus } from '../statuses/publish-status.js';
import type { NewStatus } from '../statuses/status.input.js';
import { SCHEDULED_COLUMNS, type ScheduledParams, type ScheduledRow } from './scheduled.row.js';

/** Tries of something that fails for a reason of ours, a minute apart. */
const MOST_TRIES = 30;

interface DueRow extends ScheduledRow {
  attempts: number;
  active: boolean;
}

// Index: scheduled_status_due.
const DUE = statement(
  'due-scheduled-status',
  `select ${SCHEDULED_COLUMNS}, s.attempts, a.state = 'active' and not a.disabled as active from scheduled_status s join account a on a.id = s.account_id
    where s.failed_at is null and s.scheduled_at <= now() and s.scheduled_at + s.attempts * interval '1 minute' <= now()
    order by s.scheduled_at limit 1`,
);

/** Publishes what is due, once each: the row is locked, published and removed in one transaction. */
@Injectable()
export class PublishScheduled {
  private readonly log = new Logger(PublishScheduled.name);

  constructor(
    due: DueWork,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly publishStatus: PublishStatus,
  ) {
    due.whenever('posts that go out', () => this.step());
  }

  private async step(): Promise<boolean> {
    const row = await this.database.readOne<DueRow>(DUE);
    if (!row) return false;
    try {
      if (!row.active) throw new Forbidden('The account is not active');
      await this.publish(row);
    } catch (error) {
      await this.stumble(row, error);
    }
    return true;
  }

  /** Who may see, answer and post is asked now, not when it was written. */
  private async publish(row: DueRow): Promise<void> {
    const author = { accountId: row.account_id, appId: row.app_id };
    const draft = await this.publishStatus.prepare(author, inputOf(row.params));
    await this.database.transaction(async (manager) => {
      // Gone, moved or published by another node since it was looked at: nothing to do.
      const rows: unknown[] = await manager.query(
        `select id from scheduled_status where id = $1 and date_trunc('milliseconds', scheduled_at) = $2 and failed_at is null for update`,
        [row.id, row.scheduled_at],
      );
      if (rows.length === 0) return;
      await this.publishStatus.publish(manager, draft, row.id);
      await manager.query('delete from scheduled_status where id = $1', [row.id]);
    });
  }

  /** What the author can mend is given up and told; what is our trouble is tried again for a while. */
  private async stumble(row: DueRow, error: unknown): Promise<void> {
    const isRefused = error instanceof RoostError && error.kind !== 'unavailable' && error.kind !== 'rate-limited';
    if (!isRefused)
      this.log.error(`scheduled status ${row.id} stumbled: ${error instanceof Error ? error.message : String(error)}`);
    const failure = isRefused
      ? { code: error.code, error: error.message }
      : { code: 'internal', error: 'Something went wrong in Roost' };
    await this.database.transaction(async (manager) => {
      const isOver = isRefused || row.attempts + 1 >= MOST_TRIES;
      const rows: unknown[] = await manager.query(
        `with stumbled as (
           update scheduled_status set attempts = attempts + 1, failed_at = case when $3 then now() end, failure = case when $3 then $4::jsonb end
            where id = $1 and date_trunc('milliseconds', scheduled_at) = $2 and failed_at is null returning id
         ) select id from stumbled`,
        [row.id, row.scheduled_at, isOver, JSON.stringify(failure)],
      );
      if (rows.length === 0 || !isOver) return;
      await this.journal.append(manager, {
        type: 'status.schedule_failed',
        actorId: null,
        subjectType: 'scheduled_status',
        subjectId: row.id,
        audience: ONLY_THE_ACTOR,
        payload: { accountId: row.account_id, ...failure },
      });
      if (row.active) await this.jobs.send(manager, MAIL_QUEUE, { kind: 'schedule-failed', accountId: row.account_id });
    });
  }
}

function inputOf(params: ScheduledParams): NewStatus {
  return {
    status: params.text,
    spoiler_text: params.spoiler_text,
    sensitive: params.sensitive,
    visibility: params.visibility,
    language: params.language ?? undefined,
    in_reply_to_id: params.in_reply_to_id ?? undefined,
    media_ids: params.media_ids,
    poll: params.poll ?? undefined,
  };
}
