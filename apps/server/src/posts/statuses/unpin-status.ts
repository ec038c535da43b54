import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { audienceOf, lockStatus } from './lock-status.js';
import { NotPinnable } from './status.errors.js';
import { StatusReader } from './status.reader.js';

@Injectable()
export class UnpinStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
  ) {}

  /** @returns the id of the status no longer pinned. @throws NotFound NotPinnable */
  async run(viewer: Viewer, input: { id: string }): Promise<string> {
    const { row } = await this.reader.seen(viewer.accountId, input.id);
    if (row.account_id !== viewer.accountId) throw new NotPinnable();
    await this.database.transaction(async (manager) => {
      const status = await lockStatus(manager, row.id);
      const removed: unknown[] = await manager.query(
        'with gone as (delete from pin where account_id = $1 and status_id = $2 returning id) select id from gone',
        [viewer.accountId, row.id],
      );
      if (removed.length === 0) return;
      await this.journal.append(manager, {
        type: 'status.unpinned',
        actorId: viewer.accountId,
        subjectType: 'status',
        subjectId: row.id,
        audience: audienceOf(status),
        payload: { statusId: row.id },
      });
    });
    return row.id;
  }
}
