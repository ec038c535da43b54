import { z } from 'zod';
import { DateTime, Day, Id, Language, Visibility } from './wire.js';

export const Role = z.enum(['member', 'moderator', 'administrator']);
export type Role = z.infer<typeof Role>;

export const CustomEmoji = z.object({
  shortcode: z.string(),
  url: z.string(),
  static_url: z.string(),
  visible_in_picker: z.boolean(),
  category: z.string().nullish(),
});

/** `value` is HTML in an account, plain text in `source`. */
export const AccountField = z.object({ name: z.string(), value: z.string(), verified_at: DateTime.nullable() });
export type AccountField = z.infer<typeof AccountField>;

/** Mastodon's Account; every URL is absolute and never empty. `roost` is ours: what the web client draws from. */
export const Account = z.object({
  id: Id,
  username: z.string(),
  acct: z.string(),
  display_name: z.string(),
  note: z.string(),
  url: z.string(),
  uri: z.string(),
  avatar: z.string(),
  avatar_static: z.string(),
  header: z.string(),
  header_static: z.string(),
  locked: z.boolean(),
  bot: z.boolean(),
  group: z.boolean(),
  discoverable: z.boolean().nullable(),
  indexable: z.boolean(),
  noindex: z.boolean(),
  created_at: DateTime,
  last_status_at: Day.nullable(),
  statuses_count: z.int(),
  followers_count: z.int(),
  following_count: z.int(),
  fields: z.array(AccountField),
  emojis: z.array(CustomEmoji),
  roles: z.array(z.object({ id: z.string(), name: z.string(), color: z.string() })),
  hide_collections: z.boolean().nullable(),
  suspended: z.boolean().optional(),
  /** Heard by those who follow, and found by nobody else. */
  limited: z.boolean().optional(),
  /** Present in the list of mutes only: when the mute ends, null for never. */
  mute_expires_at: DateTime.nullable().optional(),
  roost: z.object({
    official: z.boolean(),
    role: Role,
    /** The bio as it was written. */
    note: z.string(),
    /** False while the account has no picture of its own: draw initials instead. */
    /** The fields as they were written; `fields` above holds their values as HTML. */
    fields: z.array(z.object({ name: z.string(), value: z.string() })),
    has_avatar: z.boolean(),
    has_header: z.boolean(),
  }),
});
export type Account = z.infer<typeof Account>;

export const CredentialAccount = Account.extend({
  source: z.object({
    note: z.string(),
    fields: z.array(AccountField),
    privacy: Visibility,
    sensitive: z.boolean(),
    language: z.string().nullable(),
    follow_requests_count: z.int(),
    discoverable: z.boolean().nullable(),
    indexable: z.boolean(),
    hide_collections: z.boolean().nullable(),
    attribution_domains: z.array(z.string()),
    quote_policy: z.string(),
  }),
  role: z.object({ id: z.string(), name: z.string(), color: z.string(), permissions: z.string(), highlighted: z.boolean() }),
});
export type CredentialAccount = z.infer<typeof CredentialAccount>;

/** Mastodon's Profile: one's own account as it was written, for editors. A picture that is not set is null. */
export const Profile = z.object({
  id: Id,
  display_name: z.string(),
  note: z.string(),
  fields: z.array(AccountField),
  avatar: z.string().nullable(),
  avatar_static: z.string().nullable(),
  avatar_description: z.literal(''),
  header: z.string().nullable(),
  header_static: z.string().nullable(),
  header_description: z.literal(''),
  locked: z.boolean(),
  bot: z.boolean(),
  hide_collections: z.boolean().nullable(),
  discoverable: z.boolean().nullable(),
  indexable: z.boolean(),
  show_media: z.literal(true),
  show_media_replies: z.literal(true),
  show_featured: z.literal(true),
  attribution_domains: z.array(z.string()),
});
export type Profile = z.infer<typeof Profile>;

export const Relationship = z.object({
  id: Id,
  following: z.boolean(),
  showing_reblogs: z.boolean(),
  notifying: z.boolean(),
  languages: z.array(Language).nullable(),
  followed_by: z.boolean(),
  blocking: z.boolean(),
  blocked_by: z.boolean(),
  muting: z.boolean(),
  muting_notifications: z.boolean(),
  muting_expires_at: DateTime.nullable(),
  requested: z.boolean(),
  requested_by: z.boolean(),
  domain_blocking: z.boolean(),
  endorsed: z.boolean(),
  note: z.string(),
});
export type Relationship = z.infer<typeof Relationship>;

/** Mastodon's Suggestion; `source` is the older word for the first of `sources`. */
export const Suggestion = z.object({
  source: z.enum(['past_interactions', 'global']),
  sources: z.array(z.enum(['friends_of_friends', 'most_followed'])),
  account: Account,
});
export type Suggestion = z.infer<typeof Suggestion>;
