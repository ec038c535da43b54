import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { lockStatus, ONLY_THE_ACTOR } from './lock-status.js';
import { StatusReader } from './status.reader.js';

@Injectable()
export class UnbookmarkStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
  ) {}

  /** @returns the id of the status no longer saved. @throws NotFound */
  async run(viewer: Viewer, input: { id: string }): Promise<string> {
    const { row } = await this.reader.seen(viewer.accountId, input.id);
    await this.database.transaction(async (manager) => {
      const status = await lockStatus(manager, row.id);
      const changed: unknown[] = await manager.query(
        'with gone as (delete from bookmark where account_id = $1 and status_id = $2 returning id) select id from gone',
        [viewer.accountId, row.id],
      );
      if (changed.length === 0) return;
      await this.journal.append(manager, {
        type: 'status.unbookmarked',
        actorId: viewer.accountId,
        subjectType: 'status',
        subjectId: row.id,
        audience: ONLY_THE_ACTOR,
        payload: { statusId: row.id, authorId: status.account_id },
      });
    });
    return row.id;
  }
}
