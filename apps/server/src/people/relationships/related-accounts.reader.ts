import { Injectable } from '@nestjs/common';
import type { Account } from '@roost/contracts';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { bounds, type Page, type Paged, paged } from '../../platform/http/paging.js';
import { canBeShown } from '../accounts/account.policy.js';
import { AccountPresenter } from '../accounts/account.presenter.js';
import { AccountReader } from '../accounts/account.reader.js';

interface PickedRow {
  cursor: string;
  account_id: string;
  expires_at?: Date | null;
}

/** One list in both directions: PostgreSQL reads its index forwards for `min_id` and backwards otherwise. */
function bothWays(name: string, text: string): { newest: Statement; upwards: Statement } {
  return {
    newest: statement(name, `${text} order by r.id desc limit $4`),
    upwards: statement(`${name}-upwards`, `${text} order by r.id asc limit $4`),
  };
}

const BETWEEN = 'r.id < $2 and r.id > $3';
/** People whom a block keeps apart from the viewer ($5) do not meet in other people's lists either. */
const NOT_BLOCKED = `not exists (select from block b where (b.account_id = $5 and b.target_id = a.id) or (b.account_id = a.id and b.target_id = $5))`;

// Index: follow_followers.
const FOLLOWERS = bothWays(
  'followers',
  `select r.id as cursor, r.account_id from follow r join account a on a.id = r.account_id and a.state = 'active'
    where r.target_id = $1 and ${BETWEEN} and ${NOT_BLOCKED}`,
);
// Index: follow_following.
const FOLLOWING = bothWays(
  'following',
  `select r.id as cursor, r.target_id as account_id from follow r join account a on a.id = r.target_id and a.state = 'active'
    where r.account_id = $1 and ${BETWEEN} and ${NOT_BLOCKED}`,
);
// Index: endorsement_list.
const ENDORSED = bothWays(
  'endorsements',
  `select r.id as cursor, r.target_id as account_id from endorsement r join account a on a.id = r.target_id and a.state = 'active'
    where r.account_id = $1 and ${BETWEEN} and ${NOT_BLOCKED}`,
);
// Index: block_list. Suspended people stay in the list, so that the block can be lifted.
const BLOCKS = bothWays(
  'blocks',
  `select r.id as cursor, r.target_id as account_id from block r where r.account_id = $1 and ${BETWEEN}`,
);
// Index: mute_list.
const MUTES = bothWays(
  'mutes',
  `select r.id as cursor, r.target_id as account_id, r.expires_at from mute r
    where r.account_id = $1 and (r.expires_at is null or r.expires_at > now()) and ${BETWEEN}`,
);
// Index: follow_request_target.
const REQUESTS = bothWays(
  'follow-requests',
  `select r.id as cursor, r.account_id from follow_request r join account a on a.id = r.account_id and a.state = 'active'
    where r.target_id = $1 and ${BETWEEN}`,
);
// Index: block_pair.
const IS_BLOCKED = statement('is-blocked-by', 'select 1 as one from block where account_id = $1 and target_id = $2');
// Indexes: follow_following for the viewer's own follows, follow_pair for theirs.
const FAMILIAR = statement(
  'familiar-followers',
  `select theirs.target_id as id, theirs.account_id
     from follow mine
     join follow theirs on theirs.account_id = mine.target_id and theirs.target_id = any($2::bigint[])
     join account target on target.id = theirs.target_id and target.state = 'active' and not target.hide_collections
     join account a on a.id = theirs.account_id and a.state = 'active'
    where mine.account_id = $1
      and not exists (select from block b where b.account_id = theirs.target_id and b.target_id = $1)
    order by theirs.id desc`,
);

type Listed = Paged<unknown> & { accounts: Account[] };

/** Lists of people by how they are related to someone. The cursor is the id of the relation's row. */
@Injectable()
export class RelatedAccountsReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  async followers(viewerId: string, accountId: string, page: Page): Promise<Listed> {
    return (await this.hidesCollections(viewerId, accountId)) ? nobody() : this.list(FOLLOWERS, accountId, page, viewerId);
  }

  async following(viewerId: string, accountId: string, page: Page): Promise<Listed> {
    return (await this.hidesCollections(viewerId, accountId)) ? nobody() : this.list(FOLLOWING, accountId, page, viewerId);
  }

  /** Whom somebody vouches for: it stands on their profile, whether or not their other lists do. */
  async endorsed(viewerId: string, accountId: string, page: Page): Promise<Listed> {
    const account = await this.accounts.byId(accountId);
    if (!account || !canBeShown(account)) throw new NotFound();
    if (account.state !== 'active' || (await this.isBlocked(accountId, viewerId))) return nobody();
    return this.list(ENDORSED, accountId, page, viewerId);
  }

  blocks(viewerId: string, page: Page): Promise<Listed> {
    return this.list(BLOCKS, viewerId, page);
  }

  mutes(viewerId: string, page: Page): Promise<Listed> {
    return this.list(MUTES, viewerId, page);
  }

  followRequests(viewerId: string, page: Page): Promise<Listed> {
    return this.list(REQUESTS, viewerId, page);
  }

  /** For each account, those whom the viewer follows among its followers. */
  async familiarFollowers(viewerId: string, ids: readonly string[]): Promise<{ id: string; accounts: Account[] }[]> {
    const rows = await this.database.read<{ id: string; account_id: string }>(FAMILIAR, [viewerId, ids]);
    const accounts = await this.accounts.byIds([...new Set(rows.map((row) => row.account_id))]);
    return ids.map((id) => ({
      id,
      accounts: rows.flatMap((row) => {
        const account = row.id === id ? accounts.get(row.account_id) : undefined;
        return account ? [this.presenter.present(account)] : [];
      }),
    }));
  }

  /** @throws NotFound when there is no such account */
  private async hidesCollections(viewerId: string, accountId: string): Promise<boolean> {
    const account = await this.accounts.byId(accountId);
    if (!account || !canBeShown(account)) throw new NotFound();
    if (accountId === viewerId) return false;
    if (account.state !== 'active' || account.hide_collections) return true;
    return this.isBlocked(accountId, viewerId);
  }

  private async isBlocked(by: string, viewerId: string): Promise<boolean> {
    return (await this.database.readOne(IS_BLOCKED, [by, viewerId])) !== null;
  }

  private async list(
    from: { newest: Statement; upwards: Statement },
    ownerId: string,
    page: Page,
    viewerId?: string,
  ): Promise<Listed> {
    const { below, above, ascending } = bounds(page);
    const values = [ownerId, below, above, page.limit, ...(viewerId === undefined ? [] : [viewerId])];
    const rows = await this.database.read<PickedRow>(ascending ? from.upwards : from.newest, values);
    const picked = paged(rows, page, (row) => row.cursor);
    const accounts = await this.accounts.byIds(picked.items.map((row) => row.account_id));
    return {
      ...picked,
      accounts: picked.items.flatMap((row) => {
        const account = accounts.get(row.account_id);
        if (!account) return [];
        const shown = this.presenter.present(account);
        return [row.expires_at === undefined ? shown : { ...shown, mute_expires_at: row.expires_at?.toISOString() ?? null }];
      }),
    };
  }
}

function nobody(): Listed {
  return { items: [], newest: null, oldest: null, more: false, accounts: [] };
}
