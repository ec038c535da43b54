import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { ONLY_THE_ACTOR } from '../statuses/lock-status.js';
import { readTime } from './read-time.js';
import { assertRoom } from './schedule-status.js';

@Injectable()
export class RescheduleStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Gives it another time, also when it was given up. @throws NotFound TimeNotAhead TooManyScheduled */
  async run(viewer: Viewer, input: { id: string; scheduledAt: unknown }): Promise<void> {
    await this.database.transaction(async (manager) => {
      const rows: unknown[] = await manager.query(
        'select id from scheduled_status where id = $1 and account_id = $2 for update',
        [input.id, viewer.accountId],
      );
      if (rows.length === 0) throw new NotFound();
      const time = readTime(input.scheduledAt, this.clock.now());
      await assertRoom(manager, viewer.accountId, time, input.id);
      await manager.query(
        'update scheduled_status set scheduled_at = $2, attempts = 0, failed_at = null, failure = null where id = $1',
        [input.id, time],
      );
      await this.journal.append(manager, {
        type: 'status.rescheduled',
        actorId: viewer.accountId,
        subjectType: 'scheduled_status',
        subjectId: input.id,
        audience: ONLY_THE_ACTOR,
        payload: { scheduledAt: time.toISOString() },
      });
    });
  }
}
