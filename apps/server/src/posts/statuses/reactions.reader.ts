import { Injectable } from '@nestjs/common';
import type { Account } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { bounds, type Page, type Paged, paged } from '../../platform/http/paging.js';
import { StatusReader } from './status.reader.js';

interface ReactionRow {
  cursor: string;
  account_id: string;
}

/** People whom a block keeps apart from the viewer ($5) are not met here; nor are suspended ones. */
const SHOWN = `a.state = 'active'
  and not exists (select from block b where (b.account_id = $5 and b.target_id = a.id) or (b.account_id = a.id and b.target_id = $5))`;

function bothWays(name: string, text: string): Record<'newest' | 'upwards', Statement> {
  return {
    newest: statement(name, `${text} order by r.id desc limit $4`),
    upwards: statement(`${name}-upwards`, `${text} order by r.id asc limit $4`),
  };
}

// Index: favourite_status.
const FAVOURITED_BY = bothWays(
  'favourited-by',
  `select r.id as cursor, r.account_id from favourite r join account a on a.id = r.account_id
    where r.status_id = $1 and r.id < $2 and r.id > $3 and ${SHOWN}`,
);
// Index: status_boost_newest. A boost for followers is known to them from their timeline, not from here.
const BOOSTED_BY = bothWays(
  'boosted-by',
  `select r.id as cursor, r.account_id from status r join account a on a.id = r.account_id
    where r.boost_of_id = $1 and r.deleted_at is null and r.id < $2 and r.id > $3
      and (r.visibility in ('public', 'unlisted') or r.account_id = $5) and ${SHOWN}`,
);

/** Who favoured or boosted a status, for everybody who may see it. Pages go by the id of the reaction. */
@Injectable()
export class ReactionsReader {
  constructor(
    private readonly database: Database,
    private readonly statuses: StatusReader,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  /** @throws NotFound */
  favouritedBy(viewerId: string, id: string, page: Page): Promise<Paged<ReactionRow> & { accounts: Account[] }> {
    return this.list(FAVOURITED_BY, viewerId, id, page);
  }

  /** @throws NotFound */
  boostedBy(viewerId: string, id: string, page: Page): Promise<Paged<ReactionRow> & { accounts: Account[] }> {
    return this.list(BOOSTED_BY, viewerId, id, page);
  }

  private async list(
    statements: Record<'newest' | 'upwards', Statement>,
    viewerId: string,
    id: string,
    page: Page,
  ): Promise<Paged<ReactionRow> & { accounts: Account[] }> {
    const { row } = await this.statuses.seen(viewerId, id);
    const { below, above, ascending } = bounds(page);
    const chosen = ascending ? statements.upwards : statements.newest;
    const rows = await this.database.read<ReactionRow>(chosen, [row.id, below, above, page.limit, viewerId]);
    const result = paged(rows, page, (reaction) => reaction.cursor);
    const accounts = await this.accounts.byIds(result.items.map((reaction) => reaction.account_id));
    return {
      ...result,
      accounts: result.items.flatMap((reaction) => {
        const account = accounts.get(reaction.account_id);
        return account ? [this.presenter.present(account)] : [];
      }),
    };
  }
}
