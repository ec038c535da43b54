import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestContext } from '../../platform/http/request-context.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Journal } from '../../platform/journal/journal.js';
import { takeMedia } from '../media/attach-media.js';
import { ONLY_THE_ACTOR } from '../statuses/lock-status.js';
import { type Draft, PublishStatus } from '../statuses/publish-status.js';
import type { NewStatus } from '../statuses/status.input.js';
import { readTime } from './read-time.js';
import { TooManyScheduled } from './scheduled.errors.js';
import type { ScheduledParams } from './scheduled.row.js';

@Injectable()
export class ScheduleStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly idempotency: Idempotency,
    private readonly context: RequestContext,
    private readonly publishStatus: PublishStatus,
    private readonly clock: Clock,
  ) {}

  /**
   * What could not be published now is refused now; whether it still can is asked again when its time comes.
   * @returns the id of the scheduled status; of the earlier one when the same request came before
   * @throws TimeNotAhead TooManyScheduled and what publishing throws
   */
  async run(viewer: Viewer, input: NewStatus): Promise<string> {
    const draft = await this.publishStatus.prepare(viewer, input);
    return this.database.transaction(async (manager) => {
      // Inside: a request that is repeated a moment later is not too late for being repeated.
      const { id } = await this.idempotency.once(manager, `account:${viewer.accountId}`, () =>
        this.schedule(manager, viewer, draft, readTime(input.scheduled_at, this.clock.now())),
      );
      return id;
    });
  }

  private async schedule(manager: EntityManager, viewer: Viewer, draft: Draft, time: Date): Promise<string> {
    await assertRoom(manager, viewer.accountId, time, null);
    const media = await takeMedia(manager, { accountId: viewer.accountId }, draft.mediaIds);
    const params = this.paramsOf(draft);
    const rows: { id: string }[] = await manager.query(
      'insert into scheduled_status (account_id, app_id, scheduled_at, params) values ($1, $2, $3, $4) returning id',
      [viewer.accountId, viewer.appId, time, JSON.stringify(params)],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('the scheduled status was not stored');
    await manager.query('update media set scheduled_id = $1 where id = any($2::bigint[])', [id, media.map((item) => item.id)]);
    await this.journal.append(manager, {
      type: 'status.scheduled',
      actorId: viewer.accountId,
      subjectType: 'scheduled_status',
      subjectId: id,
      audience: ONLY_THE_ACTOR,
      payload: { scheduledAt: time.toISOString(), params },
    });
    return id;
  }

  private paramsOf(draft: Draft): ScheduledParams {
    const { poll } = draft;
    return {
      text: draft.text,
      spoiler_text: draft.spoiler,
      visibility: draft.visibility,
      sensitive: draft.sensitive,
      language: draft.language,
      in_reply_to_id: draft.parent?.id ?? null,
      media_ids: draft.mediaIds,
      poll: poll && {
        options: poll.options,
        expires_in: poll.seconds,
        multiple: poll.multiple,
        hide_totals: poll.hideTotals,
      },
      idempotency: this.context.idempotencyClaim?.key ?? null,
    };
  }
}

/**
 * Requests of one person wait for each other here, or each would find room for one more. Index: scheduled_status_list.
 * @param exceptId the scheduled status that moves. @throws TooManyScheduled
 */
export async function assertRoom(manager: EntityManager, accountId: string, time: Date, exceptId: string | null): Promise<void> {
  await manager.query('select id from account where id = $1 for no key update', [accountId]);
  const rows: { all: number; day: number }[] = await manager.query(
    `select count(*)::int as all, (count(*) filter (where (scheduled_at at time zone 'UTC')::date = ($2::timestamptz at time zone 'UTC')::date))::int as day
       from scheduled_status where account_id = $1 and id is distinct from $3`,
    [accountId, time, exceptId],
  );
  const { all, day } = rows[0] ?? { all: 0, day: 0 };
  if (all >= LIMITS.scheduledStatuses) throw new TooManyScheduled(LIMITS.scheduledStatuses, false);
  if (day >= LIMITS.scheduledPerDay) throw new TooManyScheduled(LIMITS.scheduledPerDay, true);
}
