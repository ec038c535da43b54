import { Injectable } from '@nestjs/common';
import type { FeaturedTag, Tag } from '@roost/contracts';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { TagReader } from './tag.reader.js';

interface FeaturedRow {
  id: string;
  name: string;
  written: string;
  uses: number;
  last_used_at: Date | null;
}

const SUGGESTIONS = 10;
/** Posts that say which tags somebody uses. */
const LOOKED_AT = 200;

// Counted are posts of this account that everybody may see. Indexes: featured_tag_pair, status_author, status_tag_status.
const FEATURED = statement(
  'featured-tags',
  `select f.id, t.name, t.written, coalesce(used.uses, 0) as uses, used.last_used_at
     from featured_tag f join tag t on t.id = f.tag_id
     left join (select st.tag_id, count(*)::int as uses, max(s.created_at) as last_used_at
                  from status s join status_tag st on st.status_id = s.id
                 where s.account_id = $1 and s.deleted_at is null and s.visibility in ('public', 'unlisted')
                   and st.tag_id in (select x.tag_id from featured_tag x where x.account_id = $1)
                 group by st.tag_id) used on used.tag_id = f.tag_id
    where f.account_id = $1
      and not exists (select 1 from block b where (b.account_id = $1 and b.target_id = $2) or (b.account_id = $2 and b.target_id = $1))
    order by uses desc, f.id`,
);

// Indexes: status_author, status_tag_status.
const USED = statement(
  'often-used-tags',
  `select t.name from (select s.id from status s where s.account_id = $1 and s.deleted_at is null and s.boost_of_id is null
                         and s.visibility in ('public', 'unlisted') order by s.id desc limit ${LOOKED_AT}) latest
     join status_tag st on st.status_id = latest.id join tag t on t.id = st.tag_id
    where not exists (select 1 from featured_tag f where f.account_id = $1 and f.tag_id = t.id)
    group by t.id order by count(*) desc, max(latest.id) desc limit ${SUGGESTIONS}`,
);

/** Tags that people put on their profiles, those they use most first. */
@Injectable()
export class FeaturedTagReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
    private readonly tags: TagReader,
  ) {}

  /** @throws NotFound when there is no such account */
  async of(viewerId: string, accountId: string): Promise<FeaturedTag[]> {
    const account = await this.accounts.byId(accountId);
    if (!account || !canBeShown(account)) throw new NotFound();
    if (account.state !== 'active') return [];
    const rows = await this.database.read<FeaturedRow>(FEATURED, [accountId, viewerId]);
    return rows.map((row) => this.present(row));
  }

  /** @throws NotFound when this account has no such featured tag */
  async own(accountId: string, id: string): Promise<FeaturedTag> {
    const featured = (await this.of(accountId, accountId)).find((tag) => tag.id === id);
    if (!featured) throw new NotFound();
    return featured;
  }

  /** What somebody posts about most and has not put on their profile yet. */
  async suggest(accountId: string): Promise<Tag[]> {
    const rows = await this.database.read<{ name: string }>(USED, [accountId]);
    return this.tags.many(
      accountId,
      rows.map((row) => row.name),
    );
  }

  private present(row: FeaturedRow): FeaturedTag {
    return {
      id: row.id,
      name: row.written,
      url: this.presenter.tagUrl(row.name),
      statuses_count: String(row.uses),
      last_status_at: row.last_used_at?.toISOString().slice(0, 10) ?? null,
    };
  }
}
