import { Injectable } from '@nestjs/common';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { bounds, type Page } from '../../platform/http/paging.js';

export interface ConversationRow {
  id: string;
  last_status_id: string;
  unread: boolean;
  /** Those of the others whom no block keeps apart from the owner. */
  others: string[];
}

// A conversation only with people whom a block keeps apart is none.
const ROWS = `select c.id, c.last_status_id, c.last_status_id > c.read_id as unread, met.others
    from conversation c cross join lateral (
      select array(select o.id from unnest(c.others) as o (id)
                    where not exists (select 1 from block b where (b.account_id = o.id and b.target_id = $1) or (b.account_id = $1 and b.target_id = o.id))
                    order by o.id) as others) met
   where c.account_id = $1 and (cardinality(c.others) = 0 or cardinality(met.others) > 0)`;

// Index: conversation_list.
const list = (order: 'asc' | 'desc'): Statement =>
  statement(
    `conversations-${order}`,
    `${ROWS} and c.last_status_id < $2 and c.last_status_id > $3 order by c.last_status_id ${order} limit $4`,
  );
const LIST = { asc: list('asc'), desc: list('desc') };

// Index: conversation_pkey.
const BY_IDS = statement(
  'conversations-by-ids',
  `${ROWS} and c.last_status_id is not null and c.id = any($2::bigint[]) order by c.last_status_id desc`,
);

/** Picks conversations of one account; the account is part of every condition. */
@Injectable()
export class ConversationRepository {
  constructor(private readonly database: Database) {}

  pick(accountId: string, page: Page): Promise<ConversationRow[]> {
    const { below, above, ascending } = bounds(page);
    return this.database.read<ConversationRow>(ascending ? LIST.asc : LIST.desc, [accountId, below, above, page.limit]);
  }

  byIds(accountId: string, ids: readonly string[]): Promise<ConversationRow[]> {
    return this.database.read<ConversationRow>(BY_IDS, [accountId, ids]);
  }
}
