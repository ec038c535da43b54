import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { ONLY_THE_ACTOR } from '../statuses/lock-status.js';

@Injectable()
export class UnscheduleStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** It will not be published. Its files are free uploads again, for a day. @throws NotFound */
  async run(viewer: Viewer, input: { id: string }): Promise<void> {
    await this.database.transaction(async (manager) => {
      const rows: unknown[] = await manager.query(
        'select id from scheduled_status where id = $1 and account_id = $2 for update',
        [input.id, viewer.accountId],
      );
      if (rows.length === 0) throw new NotFound();
      await manager.query('update media set scheduled_id = null, created_at = now() where scheduled_id = $1', [input.id]);
      await manager.query('delete from scheduled_status where id = $1', [input.id]);
      await this.journal.append(manager, {
        type: 'status.unscheduled',
        actorId: viewer.accountId,
        subjectType: 'scheduled_status',
        subjectId: input.id,
        audience: ONLY_THE_ACTOR,
      });
    });
  }
}
