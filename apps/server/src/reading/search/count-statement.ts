import { type Asked, type SearchStatement, statementsOver } from './search-statement.js';

/** How many posts have something in common. `found` counts what was looked at, before the reader's eyes were asked. */
export interface CountRow {
  kind: 'found' | 'seen' | 'day' | 'person' | 'tag' | 'language' | 'has' | 'is';
  name: string;
  posts: string;
}

/** Posts that are counted; of more, the newest ones are. */
export const MOST_COUNTED = 2000;
/** Posts looked through one by one before an index is asked: enough for words that every tenth post has. */
const WINDOW = 20_000;
const MOST_NAMES = 8;

/** Indexes: those of a search; status_pkey, status_tag_status, media_status. */
export function countStatements(asked: Asked): SearchStatement[] {
  return statementsOver(asked, { limit: MOST_COUNTED }, { window: WINDOW, tail: ({ seen }) => counts(seen) });
}

/**
 * What is meant by a post's language, pictures and answers stands with the post that was boosted. Sight is asked in a list of columns,
 * row by row: as a condition PostgreSQL would make a join of it, over everything there is.
 */
const counts = (seen: string): string => `
  , sight as materialized (select w.id, coalesce(w.boost_of_id, w.id) as content_id, ${seen} as wanted from found w)
  , own as materialized (select id, content_id from sight where wanted)
  , post as materialized (
      select c.id, s.account_id, to_char(s.created_at at time zone 'utc', 'YYYY-MM-DD') as day, c.has_media, c.sensitive,
             c.in_reply_to_id is not null as reply, c.entities @> '[{"type":"link"}]' as link,
             split_part(lower(coalesce(c.language, '')), '-', 1) as language,
             exists (select 1 from account qo where qo.id = s.account_id and qo.kind = 'official') as official,
             c.has_media and exists (select 1 from media qa where qa.status_id = c.id and qa.position >= 0 and coalesce(qa.description, '') <> '') as alt
        from own join status s on s.id = own.id join status c on c.id = own.content_id)
  select 'found' as kind, '' as name, count(*) as posts from found
  union all select 'seen', '', count(*) from post
  union all select 'day', day, count(*) from post group by day
  union all (select 'person', account_id::text, count(*) as n from post group by account_id order by n desc, account_id limit ${MOST_NAMES})
  union all (select 'tag', st.tag_id::text, count(*) as n from post join status_tag st on st.status_id = post.id group by st.tag_id order by n desc, st.tag_id limit ${MOST_NAMES})
  union all (select 'language', language, count(*) as n from post where language <> '' group by language order by n desc, language limit ${MOST_NAMES})
  union all select part.kind, part.name, part.posts from (
    select count(*) filter (where has_media) as image, count(*) filter (where link) as link, count(*) filter (where alt) as alt,
           count(*) filter (where official) as official, count(*) filter (where reply) as reply, count(*) filter (where sensitive) as sensitive from post) n
    cross join lateral (values ('has', 'image', n.image), ('has', 'link', n.link), ('has', 'alt', n.alt),
      ('is', 'official', n.official), ('is', 'reply', n.reply), ('is', 'sensitive', n.sensitive)) part (kind, name, posts)`;
