import { Injectable } from '@nestjs/common';
import type { Tag, TagSuggestion } from '@roost/contracts';
import { tagKey } from '@roost/text';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { bounds, type Page, type Paged, paged } from '../../platform/http/paging.js';
import { presentTag } from './present-tag.js';
import type { TagRow } from './tag.row.js';

const SUGGESTIONS = 8;
/** Tags that begin alike and were used last: what suggestions choose from. */
const CANDIDATES = 60;

/** The id that a status made at this moment would have at least; ids count milliseconds since 2026 above 12 bits. */
export const firstIdOf = (moment: string) => `((extract(epoch from ${moment}) * 1000)::bigint - 1767225600000) << 12`;
const TODAY = `date_trunc('day', now() at time zone 'utc') at time zone 'utc'`;

// Days and people are counted in posts that everybody may see. Index: status_tag_pkey, from the first id of the week.
const FACTS = `t.id, t.name, t.written,
  exists (select 1 from tag_follow tf where tf.account_id = $1 and tf.tag_id = t.id) as following,
  exists (select 1 from featured_tag ft where ft.account_id = $1 and ft.tag_id = t.id) as featuring,
  coalesce((
    select jsonb_agg(jsonb_build_object('day', day, 'uses', uses, 'accounts', accounts))
      from (select to_char(s.created_at at time zone 'utc', 'YYYY-MM-DD') as day, count(*)::int as uses, count(distinct s.account_id)::int as accounts
              from status_tag st join status s on s.id = st.status_id
             where st.tag_id = t.id and st.status_id >= ${firstIdOf(`(${TODAY} - interval '6 days')`)}
               and s.deleted_at is null and s.visibility in ('public', 'unlisted')
             group by 1) used
  ), '[]') as days`;

// Index: tag_name_key.
const BY_NAMES = statement('tags-by-name', `select ${FACTS} from tag t where t.name = any($2::text[])`);

// Index: tag_follow_list.
const FOLLOWED = `select f.id as cursor, ${FACTS} from tag_follow f join tag t on t.id = f.tag_id where f.account_id = $1 and f.id < $2 and f.id > $3`;
const FOLLOWED_NEWEST: Statement = statement('followed-tags', `${FOLLOWED} order by f.id desc limit $4`);
const FOLLOWED_UPWARDS: Statement = statement('followed-tags-upwards', `${FOLLOWED} order by f.id asc limit $4`);

// A tag that only private posts know has no last use; one whose public posts are all deleted has no post. Neither is suggested.
// Indexes: tag_name_trgm for the beginning, status_tag_pkey for the counts.
const SUGGEST = statement(
  'suggest-tags',
  `select c.written as name, uses.today as uses_today
     from (select t.id, t.name, t.written, t.last_used_at from tag t
            where t.name like $1 || '%' and t.last_used_at is not null order by t.last_used_at desc limit ${CANDIDATES}) c,
          lateral (select count(*)::int as today from status_tag st join status s on s.id = st.status_id
                    where st.tag_id = c.id and st.status_id >= ${firstIdOf(TODAY)} and s.deleted_at is null and s.visibility in ('public', 'unlisted')) uses
    where exists (select 1 from status_tag st join status s on s.id = st.status_id
                   where st.tag_id = c.id and s.deleted_at is null and s.visibility in ('public', 'unlisted'))
    order by c.name = $1 desc, uses.today desc, c.last_used_at desc limit ${SUGGESTIONS}`,
);

/** Tags as one viewer sees them. */
@Injectable()
export class TagReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountPresenter,
    private readonly clock: Clock,
  ) {}

  /** Also for a tag that nobody used yet: it is then empty. @throws NotFound when the text can be no tag */
  async one(viewerId: string, name: string): Promise<Tag> {
    const key = tagKey(name);
    if (key === '') throw new NotFound();
    const [tag] = await this.many(viewerId, [key]);
    return (
      tag ??
      this.present({ id: '0', name: key, written: name.replace(/^[#\uff03]/, ''), following: false, featuring: false, days: [] })
    );
  }

  /** Existing tags in the order of their keys as given. */
  async many(viewerId: string, keys: readonly string[]): Promise<Tag[]> {
    if (keys.length === 0) return [];
    const rows = await this.database.read<TagRow>(BY_NAMES, [viewerId, keys]);
    const byName = new Map(rows.map((row) => [row.name, this.present(row)]));
    return keys.flatMap((key) => byName.get(key) ?? []);
  }

  /** What the viewer follows, newest first; pages go by the id of the following. */
  async followed(viewerId: string, page: Page): Promise<Paged<TagRow & { cursor: string }> & { tags: Tag[] }> {
    const { below, above, ascending } = bounds(page);
    const rows = await this.database.read<TagRow & { cursor: string }>(ascending ? FOLLOWED_UPWARDS : FOLLOWED_NEWEST, [
      viewerId,
      below,
      above,
      page.limit,
    ]);
    const result = paged(rows, page, (row) => row.cursor);
    return { ...result, tags: result.items.map((row) => this.present(row)) };
  }

  /** Tags that begin with what was typed so far, in the casing most people use: the exact one first, then the busiest of today. */
  suggest(beginning: string): Promise<TagSuggestion[]> {
    return this.database.read<TagSuggestion>(SUGGEST, [likeStart(beginning)]);
  }

  private present(row: TagRow): Tag {
    return presentTag(row, this.accounts.tagUrl(row.name), this.clock.now());
  }
}

/** The beginning of a key. Digits alone are no tag, but may become one. */
function likeStart(beginning: string): string {
  const typed = beginning.trim().slice(0, 100);
  const key = tagKey(typed) || typed.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_]/gu, '');
  return key.replace(/[\\%_]/g, String.raw`\$&`);
}
