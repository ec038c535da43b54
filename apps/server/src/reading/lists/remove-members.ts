import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { ListJournal } from './list.journal.js';
import { lockList } from './lock-list.js';

@Injectable()
export class RemoveMembers {
  constructor(
    private readonly database: Database,
    private readonly journal: ListJournal,
  ) {}

  /** Whoever is not on the list stays off it. @throws NotFound for other people's lists */
  async run(viewer: Viewer, listId: string, accountIds: readonly string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      await lockList(manager, viewer.accountId, listId);
      const gone: { account_id: string }[] = await manager.query(
        `with gone as (delete from list_member where list_id = $1 and account_id = any($2::bigint[]) returning account_id)
         select account_id from gone order by account_id`,
        [listId, accountIds],
      );
      if (gone.length === 0) return;
      const more = { memberIds: gone.map((member) => member.account_id) };
      await this.journal.append(manager, viewer, { type: 'list.members_removed', listId, more });
    });
  }
}
