import { z } from 'zod';
import { Account } from './account.js';
import { Report } from './report.js';
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
  'admin.sign_up',
  'admin.report',
]);
export type NotificationType = z.infer<typeof NotificationType>;

export const Notification = z.object({
  id: Id,
  type: NotificationType,
  created_at: DateTime,
  group_key: z.string(),
  account: Account,
  status: Status.optional(),
  /** With `admin.report` only. */
  report: Report.optional(),
  /** Kept apart from the others until its sender is let in; never present otherwise. */
  filtered: z.literal(true).optional(),
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
  /** With `admin.report` only. */
  report: Report.optional(),
});
export type NotificationGroup = z.infer<typeof NotificationGroup>;

/** As much of an account as a face in a row needs. */
export const PartialAccount = Account.pick({
  id: true,
  acct: true,
  url: true,
  avatar: true,
  avatar_static: true,
  locked: true,
  bot: true,
});
export type PartialAccount = z.infer<typeof PartialAccount>;

export const GroupedNotifications = z.object({
  accounts: z.array(Account),
  /** Present when asked for: those whose faces are shown without their names. */
  partial_accounts: z.array(PartialAccount).optional(),
  statuses: z.array(Status),
  notification_groups: z.array(NotificationGroup),
});
export type GroupedNotifications = z.infer<typeof GroupedNotifications>;

export const Handling = z.enum(['accept', 'filter', 'drop']);
export type Handling = z.infer<typeof Handling>;

/** What becomes of notifications by people of a kind: shown, kept apart, or never made. */
export const NotificationRules = z.object({
  for_not_following: Handling,
  for_not_followers: Handling,
  for_new_accounts: Handling,
  for_private_mentions: Handling,
  for_limited_accounts: Handling,
});
export type NotificationRules = z.infer<typeof NotificationRules>;

const Pending = z.object({ pending_requests_count: z.int(), pending_notifications_count: z.int() });
export const NotificationPolicy = NotificationRules.extend({ summary: Pending });
export type NotificationPolicy = z.infer<typeof NotificationPolicy>;

/** The same as apps of Mastodon 4.3 betas and older iOS read it: kept apart or not. */
export const NotificationPolicyV1 = z.object({
  filter_not_following: z.boolean(),
  filter_not_followers: z.boolean(),
  filter_new_accounts: z.boolean(),
  filter_private_mentions: z.boolean(),
  summary: Pending,
});
export type NotificationPolicyV1 = z.infer<typeof NotificationPolicyV1>;

/** Somebody whose notifications were kept apart. `notifications_count` is text: apps decode nothing else. */
export const NotificationRequest = z.object({
  id: Id,
  created_at: DateTime,
  updated_at: DateTime,
  account: Account,
  notifications_count: z.string().regex(/^\d+$/),
  last_status: Status.nullable(),
});
export type NotificationRequest = z.infer<typeof NotificationRequest>;
