import { z } from 'zod';
import { Account } from './account.js';
import { Status } from './status.js';
import { DateTime, Id } from './wire.js';

/** `mention` covers replies too: Mastodon has no type of its own for them; `roost.reply` tells them apart. */
export const NotificationType = z.enum([
  'mention',
  'status',
  'reblog',
  'follow',
  'follow_request',
  'favourite',
  'update',
  'poll',
]);
export type NotificationType = z.infer<typeof NotificationType>;

export const Notification = z.object({
  id: Id,
  type: NotificationType,
  created_at: DateTime,
  group_key: z.string(),
  account: Account,
  status: Status.optional(),
  roost: z.object({ reply: z.boolean(), unread: z.boolean() }),
});
export type Notification = z.infer<typeof Notification>;

export const Marker = z.object({ last_read_id: z.string(), version: z.int(), updated_at: DateTime });
export type Marker = z.infer<typeof Marker>;

export const Markers = z.object({ home: Marker.optional(), notifications: Marker.optional() });
export type Markers = z.infer<typeof Markers>;

/** Notifications with one key, as one. `most_recent_notification_id` is a number: some apps decode nothing else. */
export const NotificationGroup = z.object({
  group_key: z.string(),
  notifications_count: z.int(),
  type: NotificationType,
  most_recent_notification_id: z.int(),
  page_min_id: Id,
  page_max_id: Id,
  latest_page_notification_at: DateTime,
  sample_account_ids: z.array(Id),
  status_id: Id.optional(),
});
export type NotificationGroup = z.infer<typeof NotificationGroup>;

export const GroupedNotifications = z.object({
  accounts: z.array(Account),
  statuses: z.array(Status),
  notification_groups: z.array(NotificationGroup),
});
export type GroupedNotifications = z.infer<typeof GroupedNotifications>;

const Handling = z.enum(['accept', 'filter', 'drop']);
export const NotificationPolicy = z.object({
  for_not_following: Handling,
  for_not_followers: Handling,
  for_new_accounts: Handling,
  for_private_mentions: Handling,
  for_limited_accounts: Handling,
  summary: z.object({ pending_requests_count: z.int(), pending_notifications_count: z.int() }),
});
export type NotificationPolicy = z.infer<typeof NotificationPolicy>;
