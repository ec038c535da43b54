import { Injectable } from '@nestjs/common';
import type { NotificationType } from '@roost/contracts';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { bounds, type Page } from '../../platform/http/paging.js';
import { firstIdOf } from '../../posts/tags/tag.reader.js';
import { type GroupKey, readGroupKey } from './group-key.js';
import { HIDES, STANDS } from './notification.sql.js';

export interface NotificationRow {
  id: string;
  type: NotificationType;
  from_account_id: string;
  status_id: string | null;
  report_id: string | null;
  reply: boolean;
  created_at: Date;
  /** Kept apart from the others. */
  filtered: boolean;
}

/** Which notifications are asked for. */
export interface NotificationChoice {
  types: readonly NotificationType[];
  /** Only what this account did. */
  accountId: string | null;
  /** Also what is kept apart. */
  filtered: boolean;
}

const COLUMNS = 'n.id, n.type, n.from_account_id, n.status_id, n.report_id, n.reply, n.created_at, n.filtered';

// Index: notification_list.
const list = (order: 'asc' | 'desc'): Statement =>
  statement(
    `notifications-${order}`,
    `select ${COLUMNS} from notification n
      where n.account_id = $1 and n.id < $2 and n.id > $3 and n.type = any($5::text[])
        and ($6::bigint is null or n.from_account_id = $6) and (not n.filtered or $7::boolean) and ${STANDS}
      order by n.id ${order} limit $4`,
  );
const LIST = { asc: list('asc'), desc: list('desc') };

// Index: notification_pkey.
const BY_IDS = statement(
  'notifications-by-ids',
  `select ${COLUMNS} from notification n where n.account_id = $1 and n.id = any($2::bigint[]) and ${STANDS} order by n.id desc`,
);

// What one key stands for. Index: notification_list.
const GROUP = statement(
  'notifications-of-group',
  `select ${COLUMNS} from notification n
    where n.account_id = $1 and n.type = $2 and n.status_id is not distinct from $3::bigint
      and n.created_at >= to_timestamp($4::bigint * 3600) and n.created_at < to_timestamp(($4::bigint + 1) * 3600) and not n.filtered and ${STANDS}
    order by n.id desc limit $5`,
);

// How many stand under each key. The id bounds the walk along notification_list, since ids are made no earlier than the rows say.
const GROUP_SIZES = statement(
  'notification-group-sizes',
  `select g.key, of.count
     from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[]) as g(key, type, status_id, hour)
    cross join lateral (
      select count(*)::int as count from notification n
       where n.account_id = $1 and n.id >= (${firstIdOf('to_timestamp(g.hour * 3600)')}) and n.type = g.type and n.status_id is not distinct from g.status_id
         and n.created_at >= to_timestamp(g.hour * 3600) and n.created_at < to_timestamp((g.hour + 1) * 3600) and not n.filtered and ${STANDS}) of`,
);

// Index: notification_list, from the newest down to the marker.
const UNREAD = statement(
  'notifications-unread',
  `select count(*)::int as count,
          ${HIDES} as hides from (
     select 1 from notification n
      where n.account_id = $1 and n.id > coalesce((select m.last_read_id from marker m where m.account_id = $1 and m.timeline = 'notifications'), 0)
        and n.type = any($2::text[]) and ($3::bigint is null or n.from_account_id = $3) and not n.filtered and ${STANDS}
      limit $4) unread`,
);

/** As many unread ones as are looked through to count groups. */
export const LOOKED_THROUGH = 1000;

// The same, where those that would be shown as one count once; the key is that of group-key.ts.
const UNREAD_GROUPS = statement(
  'notification-groups-unread',
  `select least(count(distinct unread.key)::int, $4::int) as count, ${HIDES} as hides from (
     select case when n.type = any($5::text[])
                 then concat_ws('-', n.type, n.status_id, floor(extract(epoch from n.created_at) / 3600)) else n.id::text end as key
       from notification n
      where n.account_id = $1 and n.id > coalesce((select m.last_read_id from marker m where m.account_id = $1 and m.timeline = 'notifications'), 0)
        and n.type = any($2::text[]) and ($3::bigint is null or n.from_account_id = $3) and not n.filtered and ${STANDS}
      order by n.id desc limit ${LOOKED_THROUGH}) unread`,
);

/** A count, and whether a filter may take some of it away. */
export interface Unread {
  count: number;
  hides: boolean;
}
const NONE: Unread = { count: 0, hides: false };

/** Picks notifications of one account; the account is part of every condition. */
@Injectable()
export class NotificationRepository {
  constructor(private readonly database: Database) {}

  pick(accountId: string, choice: NotificationChoice, page: Page): Promise<NotificationRow[]> {
    const { below, above, ascending } = bounds(page);
    const values = [accountId, below, above, page.limit, choice.types, choice.accountId, choice.filtered];
    return this.database.read<NotificationRow>(ascending ? LIST.asc : LIST.desc, values);
  }

  byIds(accountId: string, ids: readonly string[]): Promise<NotificationRow[]> {
    return this.database.read<NotificationRow>(BY_IDS, [accountId, ids]);
  }

  /** The newest of a group, as {@link GroupKey} names it. */
  group(accountId: string, key: Exclude<GroupKey, { id: string }>, limit: number): Promise<NotificationRow[]> {
    return this.database.read<NotificationRow>(GROUP, [accountId, key.type, key.statusId, key.hour, limit]);
  }

  /** How many notifications stand under each of these keys, in one statement. */
  async groupSizes(accountId: string, keys: readonly string[]): Promise<Map<string, number>> {
    const groups = keys.flatMap((key) => {
      const group = readGroupKey(key);
      return group === null || 'id' in group ? [] : [{ key, ...group }];
    });
    if (groups.length === 0) return new Map();
    const rows = await this.database.read<{ key: string; count: number }>(GROUP_SIZES, [
      accountId,
      groups.map(({ key }) => key),
      groups.map(({ type }) => type),
      groups.map(({ statusId }) => statusId),
      groups.map(({ hour }) => hour),
    ]);
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  /** Counts no further than `limit`. */
  async unread(accountId: string, choice: NotificationChoice, limit: number): Promise<Unread> {
    return (await this.database.readOne<Unread>(UNREAD, [accountId, choice.types, choice.accountId, limit])) ?? NONE;
  }

  /** Counts groups of these types as one, and no further than `limit`. */
  async unreadGroups(accountId: string, choice: NotificationChoice, limit: number, together: readonly string[]): Promise<Unread> {
    const values = [accountId, choice.types, choice.accountId, limit, together];
    return (await this.database.readOne<Unread>(UNREAD_GROUPS, values)) ?? NONE;
  }
}
