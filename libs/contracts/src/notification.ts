import { z } from 'zod';
import { Account } from './account.js';
import { Status } from './status.js';
import { DateTime, Id } from './wire.js';

/** `mention` covers replies too: Mastodon has no type of its own for them; `roost.reply` tells them apart. */
export const NotificationType = z.enum(['mention', 'status', 'reblog', 'follow', 'follow_request', 'favourite', 'update']);
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
