import { Injectable } from '@nestjs/common';
import type { Visibility } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { lockStatus } from './lock-status.js';
import { StatusReader } from './status.reader.js';
import { tagsOf } from './status-links.js';

@Injectable()
export class UnboostStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
  ) {}

  /** @param input the boosted status, or the boost itself. @returns the id of the boosted status. @throws NotFound */
  async run(viewer: Viewer, input: { id: string }): Promise<string> {
    const { row } = await this.reader.seen(viewer.accountId, input.id);
    await this.database.transaction(async (manager) => {
      const status = await lockStatus(manager, row.id);
      const [boost]: { id: string; visibility: Visibility }[] = await manager.query(
        `with gone as (
           update status set deleted_at = now() where boost_of_id = $1 and account_id = $2 and deleted_at is null returning id, visibility
         ) select id, visibility from gone`,
        [row.id, viewer.accountId],
      );
      if (!boost) return;
      await manager.query('update status set boosts_count = boosts_count - 1 where id = $1', [row.id]);
      await this.journal.append(manager, {
        type: 'status.unboosted',
        actorId: viewer.accountId,
        subjectType: 'status',
        subjectId: row.id,
        audience: { visibility: boost.visibility, mentioned: status.mentioned },
        payload: {
          boostId: boost.id,
          statusId: row.id,
          authorId: status.account_id,
          threadId: status.thread_id,
          visibility: boost.visibility,
          tags: await tagsOf(manager, row.id),
        },
      });
    });
    return row.id;
  }
}
