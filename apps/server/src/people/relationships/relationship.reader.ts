import { Injectable } from '@nestjs/common';
import type { Relationship } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';

interface RelationshipRow {
  id: string;
  following: boolean;
  show_boosts: boolean;
  notify: boolean;
  languages: string[] | null;
  followed_by: boolean;
  blocking: boolean;
  blocked_by: boolean;
  muting: boolean;
  muting_notifications: boolean;
  muting_expires_at: Date | null;
  requested: boolean;
  requested_by: boolean;
  endorsed: boolean;
  note: string;
}

// Indexes: follow_pair, follow_request_pair, block_pair, mute_pair, endorsement_pair, account_note_pkey; one probe each for each target.
const RELATIONSHIPS = statement(
  'relationships',
  `select a.id, f.id is not null as following,
          coalesce(f.show_boosts, r.show_boosts, false) as show_boosts, coalesce(f.notify, r.notify, false) as notify,
          coalesce(f.languages, r.languages) as languages,
          exists (select from follow x where x.account_id = a.id and x.target_id = $1) as followed_by,
          exists (select from block x where x.account_id = $1 and x.target_id = a.id) as blocking,
          exists (select from block x where x.account_id = a.id and x.target_id = $1) as blocked_by,
          m.id is not null as muting, coalesce(m.notifications, false) as muting_notifications, m.expires_at as muting_expires_at,
          r.id is not null as requested,
          exists (select from follow_request x where x.account_id = a.id and x.target_id = $1) as requested_by,
          exists (select from endorsement x where x.account_id = $1 and x.target_id = a.id) as endorsed,
          coalesce((select n.comment from account_note n where n.account_id = $1 and n.target_id = a.id), '') as note
     from unnest($2::bigint[]) with ordinality as wanted (id, place)
     join account a on a.id = wanted.id and (a.state = 'active' or a.state = 'suspended' and $3)
     left join follow f on f.account_id = $1 and f.target_id = a.id
     left join follow_request r on r.account_id = $1 and r.target_id = a.id
     left join mute m on m.account_id = $1 and m.target_id = a.id and (m.expires_at is null or m.expires_at > now())
    order by wanted.place`,
);

/** How the viewer stands to others, and they to the viewer: all flags for many people in one query. */
@Injectable()
export class RelationshipReader {
  constructor(private readonly database: Database) {}

  /** In the order asked for; accounts nobody may see are left out, suspended ones unless wanted. */
  async many(viewerId: string, targetIds: readonly string[], options: { suspended?: boolean } = {}): Promise<Relationship[]> {
    if (targetIds.length === 0) return [];
    const wanted = [...new Set(targetIds)];
    const rows = await this.database.read<RelationshipRow>(RELATIONSHIPS, [viewerId, wanted, options.suspended ?? false]);
    return rows.map(present);
  }

  /** @throws NotFound when there is no such account */
  async one(viewerId: string, targetId: string): Promise<Relationship> {
    const relationship = (await this.many(viewerId, [targetId], { suspended: true }))[0];
    if (!relationship) throw new NotFound();
    return relationship;
  }
}

function present(row: RelationshipRow): Relationship {
  return {
    id: row.id,
    following: row.following,
    showing_reblogs: row.show_boosts,
    notifying: row.notify,
    languages: row.languages,
    followed_by: row.followed_by,
    blocking: row.blocking,
    blocked_by: row.blocked_by,
    muting: row.muting,
    muting_notifications: row.muting_notifications,
    muting_expires_at: row.muting_expires_at?.toISOString() ?? null,
    requested: row.requested,
    requested_by: row.requested_by,
    domain_blocking: false,
    endorsed: row.endorsed,
    note: row.note,
  };
}
