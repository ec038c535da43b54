import { z } from 'zod';

/** What an app can want to be called for. Quotes are never sent: there are none. */
export const PUSH_ALERTS = [
  'mention',
  'status',
  'reblog',
  'follow',
  'follow_request',
  'favourite',
  'poll',
  'update',
  'quote',
  'quoted_update',
  'admin.sign_up',
  'admin.report',
] as const;
export type PushAlert = (typeof PUSH_ALERTS)[number];

/** Whose doings one is called for: everybody's, those of people one follows, of one's followers, or nobody's. */
export const PushPolicy = z.enum(['all', 'followed', 'follower', 'none']);
export type PushPolicy = z.infer<typeof PushPolicy>;

/** Mastodon's WebPushSubscription. The id is a number: apps decode nothing else. */
export const WebPushSubscription = z.object({
  id: z.int().min(1).max(2_147_483_647),
  endpoint: z.string(),
  standard: z.boolean(),
  alerts: z.record(z.enum(PUSH_ALERTS), z.boolean()),
  policy: PushPolicy,
  server_key: z.string(),
});
export type WebPushSubscription = z.infer<typeof WebPushSubscription>;
