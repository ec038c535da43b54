import { Injectable } from '@nestjs/common';
import type { List } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import type { ListChange } from './list.input.js';
import { ListJournal } from './list.journal.js';
import { lockList } from './lock-list.js';

@Injectable()
export class UpdateList {
  constructor(
    private readonly database: Database,
    private readonly journal: ListJournal,
  ) {}

  /** A change of nothing leaves no trace. @throws NotFound also for other people's lists */
  async run(viewer: Viewer, id: string, change: ListChange): Promise<List> {
    return this.database.transaction(async (manager) => {
      const now = await lockList(manager, viewer.accountId, id);
      const next = {
        title: change.title ?? now.title,
        replies_policy: change.replies_policy ?? now.replies_policy,
        exclusive: change.exclusive ?? now.exclusive,
      };
      if (now.title === next.title && now.replies_policy === next.replies_policy && now.exclusive === next.exclusive) return now;
      await manager.query('update list set title = $2, replies_policy = $3, exclusive = $4 where id = $1', [
        id,
        next.title,
        next.replies_policy,
        next.exclusive,
      ]);
      const more = { title: next.title, repliesPolicy: next.replies_policy, exclusive: next.exclusive };
      await this.journal.append(manager, viewer, { type: 'list.changed', listId: id, more });
      return { id, ...next };
    });
  }
}
