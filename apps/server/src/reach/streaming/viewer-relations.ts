import { Injectable } from '@nestjs/common';
import type { RepliesPolicy } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import type { ActiveFilter } from '../../posts/filters/active-filter.js';
import { ActiveFiltersReader } from '../../posts/filters/active-filters.reader.js';
import type { Channel } from './channel.js';

/** What one connected person has to do with others, kept in memory while they are connected. Ids are decimal strings. */
export interface ViewerRelations {
  accountId: string;
  /** What is wanted of each followed account; no languages means all. */
  follows: Map<string, { boosts: boolean; languages: readonly string[] }>;
  tags: Set<string>;
  /** Blocks of either direction. */
  blocked: Set<string>;
  /** Muted account to the end of the mute in milliseconds; Infinity for never. */
  muted: Map<string, number>;
  lists: Map<string, ViewerList>;
  /** Members of exclusive lists: their posts stay away from home. */
  apart: Set<string>;
  filters: readonly ActiveFilter[];
}

export interface ViewerList {
  repliesPolicy: RepliesPolicy;
  members: Set<string>;
}

interface Row {
  follows: { id: string; boosts: boolean; languages: string[] | null }[] | null;
  tags: string[] | null;
  blocked: string[] | null;
  muted: { id: string; until: number | null }[] | null;
  lists: { id: string; policy: RepliesPolicy; exclusive: boolean; members: string[] }[] | null;
}

// Indexes: follow_following, tag_follow_pair, block_list, block_target, mute_list, list_owner, list_member_newest.
const RELATIONS = statement(
  'live-relations',
  `select (select json_agg(json_build_object('id', f.target_id::text, 'boosts', f.show_boosts, 'languages', f.languages)) from follow f where f.account_id = $1) as follows,
          (select array_agg(t.name) from tag_follow tf join tag t on t.id = tf.tag_id where tf.account_id = $1) as tags,
          (select array_agg(x.id::text) from (select target_id as id from block where account_id = $1 union select account_id from block where target_id = $1) x) as blocked,
          (select json_agg(json_build_object('id', m.target_id::text, 'until', extract(epoch from m.expires_at) * 1000)) from mute m
            where m.account_id = $1 and (m.expires_at is null or m.expires_at > now())) as muted,
          (select json_agg(json_build_object('id', l.id::text, 'policy', l.replies_policy, 'exclusive', l.exclusive,
                    'members', array(select m.account_id::text from list_member m where m.list_id = l.id))) from list l where l.account_id = $1) as lists`,
);

@Injectable()
export class ViewerRelationsReader {
  constructor(
    private readonly database: Database,
    private readonly filters: ActiveFiltersReader,
  ) {}

  async load(accountId: string): Promise<ViewerRelations> {
    const [row, filters] = await Promise.all([
      this.database.readOne<Row>(RELATIONS, [accountId]),
      this.filters.of(accountId, null),
    ]);
    const lists = row?.lists ?? [];
    return {
      accountId,
      follows: new Map((row?.follows ?? []).map(({ id, boosts, languages }) => [id, { boosts, languages: languages ?? [] }])),
      tags: new Set(row?.tags ?? []),
      blocked: new Set(row?.blocked ?? []),
      muted: new Map((row?.muted ?? []).map((mute) => [mute.id, mute.until ?? Infinity])),
      lists: new Map(lists.map(({ id, policy, members }) => [id, { repliesPolicy: policy, members: new Set(members) }])),
      apart: new Set(lists.flatMap((list) => (list.exclusive ? list.members : []))),
      filters,
    };
  }
}

/** Whether a change of relations changed what already stands on a timeline: of lists and exclusive ones it does, as if they had always been so. */
export function isOther(channel: Channel, before: ViewerRelations, after: ViewerRelations): boolean {
  if (channel.kind === 'home') return !isSame(before.apart, after.apart);
  if (channel.kind !== 'list') return false;
  const [former, list] = [before.lists.get(channel.listId), after.lists.get(channel.listId)];
  if (!former || !list) return former !== list;
  return former.repliesPolicy !== list.repliesPolicy || !isSame(former.members, list.members);
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
