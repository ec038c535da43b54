import { z } from 'zod';
import { CustomEmoji } from './account.js';
import { StatusMention, StatusTag, TextEntity } from './status.js';
import { DateTime, Id } from './wire.js';

/** How many people answered an announcement with one emoji. */
export const AnnouncementReaction = z.object({ name: z.string(), count: z.int(), me: z.boolean() });
export type AnnouncementReaction = z.infer<typeof AnnouncementReaction>;

/** Mastodon's Announcement. `roost` is ours: what the web client draws from. */
export const Announcement = z.object({
  id: Id,
  content: z.string(),
  starts_at: DateTime.nullable(),
  ends_at: DateTime.nullable(),
  all_day: z.boolean(),
  published_at: DateTime,
  updated_at: DateTime,
  read: z.boolean(),
  mentions: z.array(StatusMention),
  statuses: z.array(z.never()),
  tags: z.array(StatusTag),
  emojis: z.array(CustomEmoji),
  reactions: z.array(AnnouncementReaction),
  roost: z.object({ text: z.string(), entities: z.array(TextEntity) }),
});
export type Announcement = z.infer<typeof Announcement>;

/** The same for everybody at once: who read it or answered it is not said. */
export type AnnouncementNews = Omit<Announcement, 'read' | 'reactions'> & { reactions: Omit<AnnouncementReaction, 'me'>[] };

const Moment = z.iso.datetime({ offset: true, error: 'must be a date and time such as 2026-12-24T18:00:00Z' });

/** What an administrator writes. `publish_at` null is at once; `ends_at` takes it away by itself. */
export const AnnouncementInput = z.object({
  text: z.string().max(20_000),
  starts_at: Moment.nullable().default(null),
  ends_at: Moment.nullable().default(null),
  all_day: z.boolean().default(false),
  publish_at: Moment.nullable().default(null),
});
export type AnnouncementInput = z.infer<typeof AnnouncementInput>;

/** What is not named stays as it is. */
export const AnnouncementPatch = z.object({
  text: z.string().max(20_000).optional(),
  starts_at: Moment.nullable().optional(),
  ends_at: Moment.nullable().optional(),
  all_day: z.boolean().optional(),
  publish_at: Moment.nullable().optional(),
});
export type AnnouncementPatch = z.infer<typeof AnnouncementPatch>;

/** An announcement as administrators keep it, also before and after it is shown. */
export const KeptAnnouncement = z.object({
  id: Id,
  text: z.string(),
  starts_at: DateTime.nullable(),
  ends_at: DateTime.nullable(),
  all_day: z.boolean(),
  publish_at: DateTime,
  state: z.enum(['waiting', 'shown', 'ended']),
  readers: z.int(),
  updated_at: DateTime,
});
export type KeptAnnouncement = z.infer<typeof KeptAnnouncement>;
