import { Injectable } from '@nestjs/common';
import type { Account, List } from '@roost/contracts';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { bounds, type Paged } from '../../platform/http/paging.js';
import { fillPage } from '../fill-page.js';
import type { MembersQuery } from './list.input.js';

const COLUMNS = 'l.id, l.title, l.replies_policy, l.exclusive';
// Index: list_owner.
const LISTS = statement('lists-of-account', `select ${COLUMNS} from list l where l.account_id = $1 order by l.id`);
const LIST = statement('list-of-account', `select ${COLUMNS} from list l where l.id = $2 and l.account_id = $1`);
// Indexes: list_owner, list_member_pair.
const WITH_MEMBER = statement(
  'lists-with-member',
  `select ${COLUMNS} from list l where l.account_id = $1 and exists (select 1 from list_member m where m.list_id = l.id and m.account_id = $2) order by l.id`,
);
// Index: list_member_newest.
const members = (order: 'asc' | 'desc'): Statement =>
  statement(
    `list-members-${order}`,
    `select m.id, m.account_id from list_member m join account a on a.id = m.account_id and a.state = 'active'
      where m.list_id = $1 and m.id < $2 and m.id > $3 order by m.id ${order} limit $4`,
  );
const MEMBERS = { asc: members('asc'), desc: members('desc') };

interface MemberRow {
  id: string;
  account_id: string;
}

/** Somebody's own lists: nobody else's exist. */
@Injectable()
export class ListReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  /** In the order they were made. */
  all(ownerId: string): Promise<List[]> {
    return this.database.read<List>(LISTS, [ownerId]);
  }

  /** @throws NotFound also for other people's lists */
  async one(ownerId: string, id: string): Promise<List> {
    const found = await this.database.readOne<List>(LIST, [ownerId, id]);
    if (!found) throw new NotFound();
    return found;
  }

  /** Those of the owner's lists that hold the account. @throws NotFound when there is no such account */
  async withMember(ownerId: string, accountId: string): Promise<List[]> {
    const account = await this.accounts.byId(accountId);
    if (!account || !canBeShown(account)) throw new NotFound();
    return this.database.read<List>(WITH_MEMBER, [ownerId, accountId]);
  }

  /** Who is on the list, the last added first. @throws NotFound also for other people's lists */
  async members(ownerId: string, id: string, query: MembersQuery): Promise<Paged<Account>> {
    await this.one(ownerId, id);
    if (query.all) {
      const { below, above } = bounds({ limit: 0 });
      const rows = await this.database.read<MemberRow>(MEMBERS.desc, [id, below, above, null]);
      const items = (await this.present(rows)).filter((account) => account !== null);
      return { items, newest: null, oldest: null, more: false };
    }
    return fillPage(query.page, {
      pick: (part) => {
        const { below, above, ascending } = bounds(part);
        return this.database.read<MemberRow>(ascending ? MEMBERS.asc : MEMBERS.desc, [id, below, above, part.limit]);
      },
      cursor: (row) => row.id,
      load: (rows) => this.present(rows),
    });
  }

  private async present(rows: readonly MemberRow[]): Promise<(Account | null)[]> {
    const accounts = await this.accounts.byIds(rows.map((row) => row.account_id));
    return rows.map((row) => {
      const account = accounts.get(row.account_id);
      return account ? this.presenter.present(account) : null;
    });
  }
}
