import { NotificationType } from '@roost/contracts';
import { z } from 'zod';
import { CursorId, limit, list, pageInput } from '../../platform/http/wire-input.js';
import { TIMELINES } from './marker.reader.js';
import type { NotificationChoice } from './notification.repository.js';

const choice = { types: list(z.string()).optional(), exclude_types: list(z.string()).optional(), account_id: CursorId };

export const NotificationsQuery = z.object({ ...pageInput(40, 80), ...choice });
export type NotificationsQuery = z.infer<typeof NotificationsQuery>;

/** `grouped_types` are those an app wants together; without it all that can be. */
export const GroupsQuery = NotificationsQuery.extend({ grouped_types: list(z.string()).optional() });
export type GroupsQuery = z.infer<typeof GroupsQuery>;

export const UnreadCount = z.object({ count: z.int() });
export const UnreadQuery = z.object({ limit: limit(100, 1000), ...choice });
export type UnreadQuery = z.infer<typeof UnreadQuery>;

/** Types that Roost does not know are asked for by newer apps, and have no notifications. */
export function choiceOf(query: Pick<NotificationsQuery, 'types' | 'exclude_types' | 'account_id'>): NotificationChoice {
  const types = NotificationType.options.filter(
    (type) => (query.types === undefined || query.types.includes(type)) && query.exclude_types?.includes(type) !== true,
  );
  return { types, accountId: query.account_id ?? null };
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
