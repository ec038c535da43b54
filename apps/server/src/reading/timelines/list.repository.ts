import { Injectable } from '@nestjs/common';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { bounds, type Page } from '../../platform/http/paging.js';
import { type Direction, SHOWN, WANTED_OF_FOLLOW } from './timeline.sql.js';

/** A status by a member of the list; `wanted` says whether the list shows it. */
export interface ListRow {
  id: string;
  wanted: boolean;
}

/**
 * The newest ids of the list's members, one probe each as on home, then what the list leaves out: boosts and languages that the
 * follow does not want, and the replies its policy does not name. A reply to oneself or to the owner is never left out.
 * Indexes: list_member_newest, follow_pkey, status_author, follow_pair.
 */
const list = (order: Direction): Statement =>
  statement(
    `list-${order}`,
    `with sources as materialized (
       select m.account_id as id, coalesce(fo.show_boosts, true) as show_boosts, fo.languages
         from list l join list_member m on m.list_id = l.id left join follow fo on fo.id = m.follow_id
        where l.id = $5 and l.account_id = $1
     ), nearest as (
       select c.id from sources cross join lateral (
         select p.id from status p where p.account_id = sources.id and p.deleted_at is null and p.id < $2 and p.id > $3 order by p.id ${order} limit $4) c
        order by c.id ${order} limit $4
     )
     select n.id, coalesce(${SHOWN} and ${WANTED_OF_FOLLOW}
              and (w.in_reply_to_id is null or w.in_reply_to_account_id in ($1, w.account_id)
                   or l.replies_policy = 'list' and w.in_reply_to_account_id in (select sources.id from sources)
                   or l.replies_policy = 'followed'
                      and exists (select 1 from follow f where f.account_id = $1 and f.target_id = w.in_reply_to_account_id)), false) as wanted
       from nearest n join status w on w.id = n.id join list l on l.id = $5
       left join status o on o.id = w.boost_of_id join sources src on src.id = w.account_id
      order by n.id ${order}`,
  );
const LIST = { asc: list('asc'), desc: list('desc') };

/** Picks what the timeline of a list is made of. */
@Injectable()
export class ListRepository {
  constructor(private readonly database: Database) {}

  pick(viewerId: string, listId: string, page: Page): Promise<ListRow[]> {
    const { below, above, ascending } = bounds(page);
    return this.database.read<ListRow>(ascending ? LIST.asc : LIST.desc, [viewerId, below, above, page.limit, listId]);
  }
}
