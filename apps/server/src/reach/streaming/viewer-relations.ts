import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';

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
}

interface Row {
  follows: { id: string; boosts: boolean; languages: string[] | null }[] | null;
  tags: string[] | null;
  blocked: string[] | null;
  muted: { id: string; until: number | null }[] | null;
}

// Indexes: follow_following, tag_follow_pair, block_list, block_target, mute_list.
const RELATIONS = statement(
  'live-relations',
  `select (select json_agg(json_build_object('id', f.target_id::text, 'boosts', f.show_boosts, 'languages', f.languages)) from follow f where f.account_id = $1) as follows,
          (select array_agg(t.name) from tag_follow tf join tag t on t.id = tf.tag_id where tf.account_id = $1) as tags,
          (select array_agg(x.id::text) from (select target_id as id from block where account_id = $1 union select account_id from block where target_id = $1) x) as blocked,
          (select json_agg(json_build_object('id', m.target_id::text, 'until', extract(epoch from m.expires_at) * 1000)) from mute m
            where m.account_id = $1 and (m.expires_at is null or m.expires_at > now())) as muted`,
);

@Injectable()
export class ViewerRelationsReader {
  constructor(private readonly database: Database) {}

  async load(accountId: string): Promise<ViewerRelations> {
    const row = await this.database.readOne<Row>(RELATIONS, [accountId]);
    return {
      accountId,
      follows: new Map((row?.follows ?? []).map(({ id, boosts, languages }) => [id, { boosts, languages: languages ?? [] }])),
      tags: new Set(row?.tags ?? []),
      blocked: new Set(row?.blocked ?? []),
      muted: new Map((row?.muted ?? []).map((mute) => [mute.id, mute.until ?? Infinity])),
    };
  }
}
