import { Injectable } from '@nestjs/common';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { bounds, type Page } from '../../platform/http/paging.js';
import { type Direction, FOUND, SEEN, SHOWN } from './timeline.sql.js';

/** A status and the value its list is ordered by. */
export interface TimelineRow {
  id: string;
  cursor: string;
}

export interface TagChoice {
  /** Keys: at least one of them. */
  any: string[];
  all: string[];
  none: string[];
}

export interface AccountChoice {
  only_media: boolean;
  exclude_replies: boolean;
  exclude_reblogs: boolean;
  /** Key of a tag. */
  tagged: string | null;
}

const inBothDirections = (build: (order: Direction) => Statement): Record<Direction, Statement> => ({
  asc: build('asc'),
  desc: build('desc'),
});

// Index: status_company.
const COMPANY = inBothDirections((order) =>
  statement(
    `company-${order}`,
    `select w.id, w.id as cursor from status w
      where w.deleted_at is null and w.visibility = 'public' and w.boost_of_id is null and w.id < $2 and w.id > $3 and ${FOUND} and ${SHOWN}
      order by w.id ${order} limit $4`,
  ),
);

// Index: status_company_media.
const COMPANY_MEDIA = inBothDirections((order) =>
  statement(
    `company-media-${order}`,
    `select w.id, w.id as cursor from status w
      where w.deleted_at is null and w.visibility = 'public' and w.boost_of_id is null and w.has_media and w.id < $2 and w.id > $3 and ${FOUND} and ${SHOWN}
      order by w.id ${order} limit $4`,
  ),
);

// One probe per tag asked for, on status_tag_pkey; the tags that must or must not stand beside it are looked up by status_tag_status.
const TAG = inBothDirections((order) =>
  statement(
    `tag-${order}`,
    `select distinct c.id, c.id as cursor from tag t cross join lateral (
       select w.id from status_tag st join status w on w.id = st.status_id
        where st.tag_id = t.id and st.status_id < $2 and st.status_id > $3 and w.visibility = 'public' and (w.has_media or not $5::boolean)
          and (select count(*) from status_tag x join tag xt on xt.id = x.tag_id where x.status_id = w.id and xt.name = any($7::text[])) = cardinality($7::text[])
          and not exists (select 1 from status_tag x join tag xt on xt.id = x.tag_id where x.status_id = w.id and xt.name = any($8::text[]))
          and ${FOUND} and ${SHOWN}
        order by st.status_id ${order} limit $4) c
      where t.name = any($6::text[])
      order by c.id ${order} limit $4`,
  ),
);

// What the viewer said, and what was said to them. Indexes: status_direct, status_mention_account.
const DIRECT = inBothDirections((order) =>
  statement(
    `direct-${order}`,
    `select c.id, c.id as cursor from (
       (select w.id from status w
         where w.account_id = $1 and w.visibility = 'direct' and w.deleted_at is null and w.id < $2 and w.id > $3 and ${SHOWN}
         order by w.id ${order} limit $4)
       union
       (select w.id from status_mention said join status w on w.id = said.status_id
         where said.account_id = $1 and said.status_id < $2 and said.status_id > $3 and w.visibility = 'direct' and ${SHOWN}
         order by said.status_id ${order} limit $4)) c
      order by c.id ${order} limit $4`,
  ),
);

// Index: status_author.
const ACCOUNT = inBothDirections((order) =>
  statement(
    `account-statuses-${order}`,
    `select w.id, w.id as cursor from status w
      where w.account_id = $2 and w.deleted_at is null and w.id < $3 and w.id > $4
        and (w.has_media or not $6::boolean)
        and (not $7::boolean or w.in_reply_to_id is null or w.in_reply_to_account_id = w.account_id)
        and (not $8::boolean or w.boost_of_id is null)
        and ($9::text is null or exists (select 1 from status_tag st join tag t on t.id = st.tag_id where st.status_id = w.id and t.name = $9))
        and ${SEEN}
      order by w.id ${order} limit $5`,
  ),
);

// Index: pin_list. At most LIMITS.pinnedStatuses rows.
const PINNED = statement(
  'account-pinned',
  `select w.id, p.id as cursor from pin p join status w on w.id = p.status_id where p.account_id = $2 and ${SEEN} order by p.id desc limit $3`,
);

const own = (table: 'favourite' | 'bookmark'): Record<Direction, Statement> =>
  inBothDirections((order) =>
    statement(
      `own-${table}s-${order}`,
      `select w.id, r.id as cursor from ${table} r join status w on w.id = r.status_id
        where r.account_id = $1 and r.id < $2 and r.id > $3 and ${SEEN}
        order by r.id ${order} limit $4`,
    ),
  );
// Indexes: favourite_list, bookmark_list.
const OWN = { favourites: own('favourite'), bookmarks: own('bookmark') };

/** Picks the ids of every timeline but home; who may see them is decided again by the reader. */
@Injectable()
export class TimelineRepository {
  constructor(private readonly database: Database) {}

  company(viewerId: string, onlyMedia: boolean, page: Page): Promise<TimelineRow[]> {
    return this.pick(onlyMedia ? COMPANY_MEDIA : COMPANY, page, [viewerId], []);
  }

  direct(viewerId: string, page: Page): Promise<TimelineRow[]> {
    return this.pick(DIRECT, page, [viewerId], []);
  }

  tag(viewerId: string, tags: TagChoice, onlyMedia: boolean, page: Page): Promise<TimelineRow[]> {
    return this.pick(TAG, page, [viewerId], [onlyMedia, tags.any, tags.all, tags.none]);
  }

  account(viewerId: string, accountId: string, choice: AccountChoice, page: Page): Promise<TimelineRow[]> {
    const { only_media, exclude_replies, exclude_reblogs, tagged } = choice;
    return this.pick(ACCOUNT, page, [viewerId, accountId], [only_media, exclude_replies, exclude_reblogs, tagged]);
  }

  pinned(viewerId: string, accountId: string, limit: number): Promise<TimelineRow[]> {
    return this.database.read<TimelineRow>(PINNED, [viewerId, accountId, limit]);
  }

  own(viewerId: string, list: 'favourites' | 'bookmarks', page: Page): Promise<TimelineRow[]> {
    return this.pick(OWN[list], page, [viewerId], []);
  }

  private pick(
    statements: Record<Direction, Statement>,
    page: Page,
    before: readonly unknown[],
    after: readonly unknown[],
  ): Promise<TimelineRow[]> {
    const { below, above, ascending } = bounds(page);
    return this.database.read<TimelineRow>(ascending ? statements.asc : statements.desc, [
      ...before,
      below,
      above,
      page.limit,
      ...after,
    ]);
  }
}
