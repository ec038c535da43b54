import { Injectable } from '@nestjs/common';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { bounds, type Page } from '../../platform/http/paging.js';
import { type Direction, FOUND, SHOWN, WANTED_OF_FOLLOW } from './timeline.sql.js';

/** A status that stands in the reader's sources; `wanted` says whether their home shows it. */
export interface HomeRow {
  id: string;
  wanted: boolean;
}

/**
 * The newest ids of all that the reader follows: one probe per account and per tag, which read index entries only, so that the
 * cost does not grow with what was posted. Then, for the few that are left, what home leaves out: replies to people they do not
 * follow, boosts and languages they do not want of somebody, and what comes by a tag alone unless it is public. Whoever is on an
 * exclusive list is read there: nothing they post or boost comes here, not by a tag either.
 * Indexes: follow_following, list_owner, list_member_newest, status_author, tag_follow_list, status_tag_pkey.
 */
const home = (order: Direction): Statement =>
  statement(
    `home-${order}`,
    `with sources as materialized (
       select fo.target_id as id, fo.show_boosts, fo.languages,
              fo.target_id in (select m.account_id from list l join list_member m on m.list_id = l.id where l.account_id = $1 and l.exclusive) as apart
         from follow fo where fo.account_id = $1
       union all select $1::bigint, true, null, false
     ), candidates as (
       select c.id, false as tagged from sources cross join lateral (
         select p.id from status p where p.account_id = sources.id and p.deleted_at is null and p.id < $2 and p.id > $3 order by p.id ${order} limit $4) c
        where not sources.apart
       union all
       select c.status_id, true from tag_follow tf cross join lateral (
         select st.status_id from status_tag st where st.tag_id = tf.tag_id and st.status_id < $2 and st.status_id > $3 order by st.status_id ${order} limit $4) c
        where tf.account_id = $1
     ), nearest as (
       select id, bool_or(tagged) as tagged from candidates group by id order by id ${order} limit $4
     )
     select n.id, coalesce(${SHOWN} and src.apart is not true and ((
              src.id is not null and ${WANTED_OF_FOLLOW}
              and (w.account_id = $1 or w.in_reply_to_id is null or w.in_reply_to_account_id in (select sources.id from sources))
            ) or (n.tagged and w.visibility = 'public' and ${FOUND})), false) as wanted
       from nearest n join status w on w.id = n.id left join status o on o.id = w.boost_of_id left join sources src on src.id = w.account_id
      order by n.id ${order}`,
  );
const HOME = { asc: home('asc'), desc: home('desc') };

/** Picks what a home timeline is made of. */
@Injectable()
export class HomeRepository {
  constructor(private readonly database: Database) {}

  pick(viewerId: string, page: Page): Promise<HomeRow[]> {
    const { below, above, ascending } = bounds(page);
    return this.database.read<HomeRow>(ascending ? HOME.asc : HOME.desc, [viewerId, below, above, page.limit]);
  }
}
