import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';

/** Throws notifications away, one or all of them. */
@Injectable()
export class DismissNotifications {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound when none of them is a notification of this account */
  async some({ accountId }: Viewer, ids: readonly string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      const gone: unknown[] = await manager.query(
        'with gone as (delete from notification where account_id = $1 and id = any($2::bigint[]) returning id) select id from gone',
        [accountId, ids],
      );
      if (gone.length === 0) throw new NotFound();
    });
  }

  async all({ accountId }: Viewer): Promise<void> {
    await this.database.transaction(async (manager) => {
      const gone: unknown[] = await manager.query(
        'with gone as (delete from notification where account_id = $1 returning id) select id from gone limit 1',
        [accountId],
      );
      if (gone.length === 0) return;
      await this.journal.append(manager, {
        type: 'notifications.cleared',
        actorId: accountId,
        subjectType: 'account',
        subjectId: accountId,
        audience: { visibility: 'self', mentioned: [] },
        payload: { accountId },
      });
    });
  }
}
