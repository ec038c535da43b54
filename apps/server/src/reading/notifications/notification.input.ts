import { Handling, NotificationType } from '@roost/contracts';
import { z } from 'zod';
import { Bool, CursorId, limit, list, pageInput } from '../../platform/http/wire-input.js';
import { TIMELINES } from './marker.reader.js';
import type { NotificationChoice } from './notification.repository.js';

const choice = { types: list(z.string()).optional(), exclude_types: list(z.string()).optional(), account_id: CursorId };

export const NotificationsQuery = z.object({
  ...pageInput(40, 80),
  ...choice,
  include_filtered: Bool.catch(false).default(false),
});
export type NotificationsQuery = z.infer<typeof NotificationsQuery>;

/** `grouped_types` are those an app wants together; without it all that can be. */
export const GroupsQuery = NotificationsQuery.extend({
  grouped_types: list(z.string()).optional(),
  expand_accounts: z.enum(['full', 'partial_avatars']).catch('full').default('full'),
});
export type GroupsQuery = z.infer<typeof GroupsQuery>;

export const UnreadCount = z.object({ count: z.int() });
export const UnreadQuery = z.object({ limit: limit(100, 1000), ...choice });
export type UnreadQuery = z.infer<typeof UnreadQuery>;
export const UnreadGroupsQuery = UnreadQuery.extend({ grouped_types: list(z.string()).optional() });
export type UnreadGroupsQuery = z.infer<typeof UnreadGroupsQuery>;

/** Types that Roost does not know are asked for by newer apps, and have no notifications. */
export function choiceOf(
  query: Pick<NotificationsQuery, 'types' | 'exclude_types' | 'account_id'> & { include_filtered?: boolean },
): NotificationChoice {
  const types = NotificationType.options.filter(
    (type) => (query.types === undefined || query.types.includes(type)) && query.exclude_types?.includes(type) !== true,
  );
  return { types, accountId: query.account_id ?? null, filtered: query.include_filtered ?? false };
}

const Timeline = z.enum(TIMELINES);
/** Timelines that Roost keeps no marker for are left out. */
export const MarkersQuery = z.object({
  timeline: list(z.string())
    .default([])
    .transform((names) => Timeline.options.filter((name) => names.includes(name))),
});
export type MarkersQuery = z.infer<typeof MarkersQuery>;

const Position = z.object({ last_read_id: z.coerce.string().regex(/^\d{1,16}$/, 'must be an id') }).optional();
export const MarkersInput = z.object({ home: Position, notifications: Position });
export type MarkersInput = z.infer<typeof MarkersInput>;

/** What is no id names no notification. */
export const DismissBody = z.object({
  id: z.coerce
    .string()
    .regex(/^\d{1,18}$/)
    .catch('0'),
});
export type DismissBody = z.infer<typeof DismissBody>;

/** Rules that are not named stay as they are. */
const Change = Handling.optional();
export const PolicyPatch = z.object({
  for_not_following: Change,
  for_not_followers: Change,
  for_new_accounts: Change,
  for_private_mentions: Change,
  for_limited_accounts: Change,
});
export type PolicyPatch = z.infer<typeof PolicyPatch>;

const Kept = Bool.optional();
export const PolicyPatchV1 = z.object({
  filter_not_following: Kept,
  filter_not_followers: Kept,
  filter_new_accounts: Kept,
  filter_private_mentions: Kept,
});
export type PolicyPatchV1 = z.infer<typeof PolicyPatchV1>;

export const RequestsQuery = z.object(pageInput(40, 80));
export type RequestsQuery = z.infer<typeof RequestsQuery>;

/** What is no id belongs to nobody, and is left out as one that belongs to nobody is. */
export const RequestIds = z.object({
  id: list(z.unknown(), 80)
    .default([])
    .transform((values) => values.map(String).filter((value) => /^\d{1,18}$/.test(value))),
});
export type RequestIds = z.infer<typeof RequestIds>;
