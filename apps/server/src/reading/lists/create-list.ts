import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { TooManyLists } from './list.errors.js';
import type { NewList } from './list.input.js';
import { ListJournal } from './list.journal.js';

@Injectable()
export class CreateList {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly journal: ListJournal,
  ) {}

  /** @returns the id of the list. @throws TooManyLists */
  async run(viewer: Viewer, input: NewList): Promise<string> {
    const { title, replies_policy = 'list', exclusive = false } = input;
    return this.database.transaction(async (manager) => {
      const { id } = await this.idempotency.once(manager, `account:${viewer.accountId}`, async () => {
        // One after the other, so that two calls at once do not step over the limit together.
        await manager.query('select id from account where id = $1 for no key update', [viewer.accountId]);
        const rows: { id: string }[] = await manager.query(
          `insert into list (account_id, title, replies_policy, exclusive)
           select $1, $2, $3, $4 where (select count(*) from list where account_id = $1) < $5 returning id`,
          [viewer.accountId, title, replies_policy, exclusive, LIMITS.lists],
        );
        const listId = rows[0]?.id;
        if (listId === undefined) throw new TooManyLists();
        const more = { title, repliesPolicy: replies_policy, exclusive };
        await this.journal.append(manager, viewer, { type: 'list.created', listId, more });
        return listId;
      });
      return id;
    });
  }
}
