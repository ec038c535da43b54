import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';
import { AccountReader } from './account.reader.js';
import type { AccountRow } from './account.row.js';

export interface AccountSearch {
  q: string;
  limit: number;
  offset: number;
  /** Only people the viewer follows. */
  following: boolean;
}

/** Longest text that is looked for; names are shorter. */
const LONGEST = 100;

// Three ways to be found: a word of the name begins so, accents apart (account_search); the text stands anywhere in the names, or nearly
// so (account_names_trgm). People the viewer talks with come first (who named whom in the last two hundred posts each way: status_author,
// status_mention_pkey, status_mention_account), then those they follow, then exact and leading handles. Whoever blocks either way is left out.
const SEARCH = statement(
  'search-accounts',
  `with mine as materialized (
       select s.id, s.in_reply_to_account_id from status s where s.account_id = $1 and s.deleted_at is null order by s.id desc limit 200)
     , naming as materialized (select m.status_id from status_mention m where m.account_id = $1 order by m.status_id desc limit 200)
     , talk as materialized (
       select t.account_id, count(*) as times from (
         select m.account_id from mine join status_mention m on m.status_id = mine.id
         union all select mine.in_reply_to_account_id from mine where mine.in_reply_to_account_id is not null
         union all select s.account_id from naming join status s on s.id = naming.status_id where s.deleted_at is null) t
        where t.account_id <> $1 group by t.account_id)
   select a.id
     from account a left join follow f on f.account_id = $1 and f.target_id = a.id left join talk t on t.account_id = a.id
    where a.state = 'active' and (f.id is not null or not $6::boolean) and (not a.silenced or f.id is not null or a.id = $1)
      and ( a.search @@ to_tsquery('simple', roost_unaccent($3))
         or (lower(a.handle) || ' ' || lower(a.display_name)) like $4
         or ($5::boolean and $2 <% (lower(a.handle) || ' ' || lower(a.display_name))))
      and not exists (select from block b where (b.account_id, b.target_id) in (($1::bigint, a.id), (a.id, $1::bigint)))
    order by t.account_id is not null desc, f.id is not null desc, a.handle = $2 desc, starts_with(a.handle, $2) desc,
             word_similarity($2, lower(a.handle) || ' ' || lower(a.display_name)) desc, t.times desc nulls last, a.followers_count desc, a.id
    limit $7 offset $8`,
);

/** Finds people by handle and name: for mention completion and for search. */
@Injectable()
export class SearchAccounts {
  constructor(
    private readonly database: Database,
    private readonly reader: AccountReader,
  ) {}

  async run(viewerId: string, input: AccountSearch): Promise<AccountRow[]> {
    const text = input.q.normalize('NFKC').replaceAll('\0', '').trim().replace(/^@/, '').slice(0, LONGEST).toLowerCase();
    const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
    if (text === '') return [];
    const rows = await this.database.read<{ id: string }>(SEARCH, [
      viewerId,
      text,
      prefixQuery(words),
      `%${text.replace(/[\\%_]/g, '\\$&')}%`,
      text.length >= 3,
      input.following,
      input.limit,
      input.offset,
    ]);
    const found = await this.reader.byIds(rows.map((row) => row.id));
    return rows.flatMap(({ id }) => found.get(id) ?? []);
  }
}

/** Every word, in any order, each as the beginning of a word. */
function prefixQuery(words: string[]): string {
  return words
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ');
}
