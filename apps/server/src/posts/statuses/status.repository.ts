import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';
import type { MediaRow } from '../media/media.row.js';
import { MEDIA_COLUMNS } from '../media/media.row.js';
import { STATUS_COLUMNS, type StatusRow, type ViewerFacts } from './status.row.js';

// The statuses asked for and, for boosts, what they boost. Indexes: status_pkey, poll_pkey.
const BY_IDS = statement(
  'statuses-by-ids',
  `select ${STATUS_COLUMNS} from status s left join oauth_app app on app.id = s.app_id left join poll on poll.id = s.poll_id
    where s.id = any($1::bigint[]) or s.id = any(array(select b.boost_of_id from status b where b.id = any($1::bigint[]) and b.boost_of_id is not null))`,
);

// One probe per question, each on the unique index of its relation; whether there are filters is asked once. Index: filter_owner.
const FACTS = statement(
  'status-viewer-facts',
  `select s.id,
          exists (select 1 from favourite f where f.status_id = s.id and f.account_id = $1) as favourited,
          exists (select 1 from status b where b.boost_of_id = s.id and b.account_id = $1 and b.deleted_at is null) as boosted,
          exists (select 1 from bookmark k where k.account_id = $1 and k.status_id = s.id) as bookmarked,
          exists (select 1 from pin p where p.status_id = s.id) as pinned,
          exists (select 1 from thread_mute t where t.account_id = $1 and t.thread_id = s.thread_id) as thread_muted,
          exists (select 1 from status_mention m where m.status_id = s.id and m.account_id = $1) as mentioned,
          exists (select 1 from follow w where w.account_id = $1 and w.target_id = s.account_id) as follows_author,
          exists (select 1 from block x where x.account_id = $1 and x.target_id = s.account_id)
            or exists (select 1 from block y where y.account_id = s.account_id and y.target_id = $1) as blocked,
          exists (select 1 from mute u where u.account_id = $1 and u.target_id = s.account_id and (u.expires_at is null or u.expires_at > now())) as mutes_author,
          (select v.choices from poll_ballot v where v.poll_id = s.poll_id and v.account_id = $1) as own_votes,
          exists (select 1 from filter l where l.account_id = $1 and (l.expires_at is null or l.expires_at > now())) as has_filters
     from status s where s.id = any($2::bigint[])`,
);

// Index: media_status.
const MEDIA = statement(
  'media-of-statuses',
  `select ${MEDIA_COLUMNS} from media m where m.status_id = any($1::bigint[]) and m.position >= 0 order by m.status_id, m.position, m.id`,
);

/** Boosters looked up for each status: a boost further back is on no list that is open at its newest end. */
const BOOSTERS_EACH = 500;

// Index: status_boost_newest.
const BOOSTERS = statement(
  'boosters-of-statuses',
  `select o.id as status_id, b.account_id
     from unnest($1::bigint[]) as o(id)
    cross join lateral (
      select s.account_id from status s where s.boost_of_id = o.id and s.deleted_at is null order by s.id desc limit ${BOOSTERS_EACH}) b`,
);

/** Statements that load statuses; who may see them is decided by the reader. */
@Injectable()
export class StatusRepository {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, StatusRow>> {
    const rows = await this.database.read<StatusRow>(BY_IDS, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async facts(viewerId: string, ids: readonly string[]): Promise<Map<string, ViewerFacts>> {
    const rows = await this.database.read<ViewerFacts & { id: string }>(FACTS, [viewerId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async media(ids: readonly string[]): Promise<Map<string, MediaRow[]>> {
    const rows = await this.database.read<MediaRow>(MEDIA, [ids]);
    const byStatus = new Map<string, MediaRow[]>();
    for (const row of rows) {
      if (row.status_id === null) continue;
      const list = byStatus.get(row.status_id);
      if (list) list.push(row);
      else byStatus.set(row.status_id, [row]);
    }
    return byStatus;
  }

  /** The newest boosters of each status, at most 500 of each. */
  async boosters(ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.read<{ status_id: string; account_id: string }>(BOOSTERS, [ids]);
    const byStatus = new Map<string, string[]>();
    for (const row of rows) {
      const list = byStatus.get(row.status_id);
      if (list) list.push(row.account_id);
      else byStatus.set(row.status_id, [row.account_id]);
    }
    return byStatus;
  }
}
