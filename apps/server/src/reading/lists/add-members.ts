import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { AlreadyInList } from './list.errors.js';
import { ListJournal } from './list.journal.js';
import { lockList } from './lock-list.js';

/** Puts people whom the owner follows, or the owner, on a list: all of them, or nobody. */
@Injectable()
export class AddMembers {
  constructor(
    private readonly database: Database,
    private readonly journal: ListJournal,
  ) {}

  /** @throws NotFound for other people's lists and for somebody who is not followed; AlreadyInList */
  async run(viewer: Viewer, listId: string, accountIds: readonly string[]): Promise<void> {
    const { accountId } = viewer;
    await this.database.transaction(async (manager) => {
      await lockList(manager, accountId, listId);
      if (accountIds.length === 0) return;
      // Locked, so that an unfollow at the same moment comes clearly before or after.
      const follows: { id: string; target_id: string }[] = await manager.query(
        'select id, target_id from follow where account_id = $1 and target_id = any($2::bigint[]) order by id for key share',
        [accountId, accountIds],
      );
      const followOf = new Map(follows.map((follow) => [follow.target_id, follow.id]));
      if (accountIds.some((id) => id !== accountId && !followOf.has(id))) throw new NotFound();
      const added: unknown[] = await manager.query(
        `insert into list_member (list_id, account_id, follow_id)
         select $1, m.account_id, m.follow_id from unnest($2::bigint[], $3::bigint[]) with ordinality as m (account_id, follow_id, place) order by m.place
         on conflict (list_id, account_id) do nothing returning id`,
        [listId, accountIds, accountIds.map((id) => followOf.get(id) ?? null)],
      );
      if (added.length < accountIds.length) throw new AlreadyInList();
      await this.journal.append(manager, viewer, { type: 'list.members_added', listId, more: { memberIds: accountIds } });
    });
  }
}
