import { z } from 'zod';
import { Account, CustomEmoji } from './account.js';
import { FilterResult } from './filter.js';
import { DateTime, Day, Id, Visibility } from './wire.js';

const Size = z.object({ width: z.int(), height: z.int(), size: z.string(), aspect: z.number() });

const Sound = z.object({ duration: z.number(), bitrate: z.int() });
/** `frame_rate` is a fraction, such as `30000/1001`. */
const Film = Size.extend({ frame_rate: z.string(), duration: z.number(), bitrate: z.int() });

/** `url` is null only while the file is processed; sizes are true pixel sizes. A film without a poster has no preview. */
export const MediaAttachment = z.object({
  id: Id,
  type: z.enum(['image', 'video', 'gifv', 'audio', 'unknown']),
  url: z.string().nullable(),
  preview_url: z.string().nullable(),
  remote_url: z.string().nullable(),
  text_url: z.string().nullable().optional(),
  meta: z.object({
    original: z.union([Film, Size, Sound]).optional(),
    small: Size.optional(),
    /** Of films and sounds: seconds, and the same as `0:01:02.50`. */
    duration: z.number().optional(),
    length: z.string().optional(),
    /** Of films, the same as in `original`. */
    width: z.int().optional(),
    height: z.int().optional(),
    size: z.string().optional(),
    aspect: z.number().optional(),
    fps: z.int().optional(),
    focus: z.object({ x: z.number().min(-1).max(1), y: z.number().min(-1).max(1) }).optional(),
  }),
  description: z.string().nullable(),
  blurhash: z.string().nullable(),
});
export type MediaAttachment = z.infer<typeof MediaAttachment>;

/**
 * `votes_count` of an option is null while the author hides it until the end. Nothing says who voted for what but `own_votes`.
 */
export const Poll = z.object({
  id: Id,
  expires_at: DateTime.nullable(),
  expired: z.boolean(),
  multiple: z.boolean(),
  /** Choices made; with several choices to a person, more than `voters_count`. */
  votes_count: z.int(),
  voters_count: z.int().nullable(),
  options: z.array(z.object({ title: z.string(), votes_count: z.int().nullable() })),
  emojis: z.array(CustomEmoji),
  /** Also true for the author, who cannot vote. */
  voted: z.boolean(),
  /** Positions of the options chosen, from 0. */
  own_votes: z.array(z.int()),
});
export type Poll = z.infer<typeof Poll>;

export const StatusMention = z.object({ id: Id, username: z.string(), url: z.string(), acct: z.string() });
export const StatusTag = z.object({ name: z.string(), url: z.string() });

/** Ranges are half-open, in code points of `roost.text`; they never overlap and come in order. */
export const TextEntity = z.discriminatedUnion('type', [
  z.object({ type: z.literal('mention'), start: z.int(), end: z.int(), handle: z.string(), account_id: Id.nullable() }),
  z.object({ type: z.literal('tag'), start: z.int(), end: z.int(), name: z.string(), written: z.string() }),
  z.object({ type: z.literal('link'), start: z.int(), end: z.int(), url: z.string() }),
]);
export type TextEntity = z.infer<typeof TextEntity>;

/** What Mastodon has no word for: the text as written, its entities, and what this viewer may do with the status. */
export const StatusExtras = z.object({
  text: z.string(),
  entities: z.array(TextEntity),
  can: z.object({ reply: z.boolean(), boost: z.boolean(), edit: z.boolean(), delete: z.boolean(), pin: z.boolean() }),
});
export type StatusExtras = z.infer<typeof StatusExtras>;

const StatusBase = z.object({
  id: Id,
  uri: z.string(),
  url: z.string(),
  created_at: DateTime,
  edited_at: DateTime.nullable(),
  account: Account,
  content: z.string(),
  /** Only in the answer to a deletion, for "delete and redraft". */
  text: z.string().optional(),
  visibility: Visibility,
  sensitive: z.boolean(),
  spoiler_text: z.string(),
  language: z.string().nullable(),
  in_reply_to_id: Id.nullable(),
  in_reply_to_account_id: Id.nullable(),
  media_attachments: z.array(MediaAttachment),
  mentions: z.array(StatusMention),
  tags: z.array(StatusTag),
  emojis: z.array(CustomEmoji),
  application: z.object({ name: z.string(), website: z.string().nullable() }).nullable(),
  reblogs_count: z.int(),
  favourites_count: z.int(),
  replies_count: z.int(),
  quotes_count: z.int(),
  poll: Poll.nullable(),
  card: z.null(),
  quote: z.null(),
  favourited: z.boolean(),
  reblogged: z.boolean(),
  muted: z.boolean(),
  bookmarked: z.boolean(),
  pinned: z.boolean().optional(),
  /** Filters of the viewer that the status matches, wherever they count; never for the viewer's own. */
  filtered: z.array(FilterResult),
  roost: StatusExtras,
});

/** Mastodon's Status. A boost is a wrapper whose `reblog` holds the boosted status, one level deep. */
export const Status = StatusBase.extend({ reblog: StatusBase.extend({ reblog: z.null() }).nullable() });
export type Status = z.infer<typeof Status>;

export const StatusContext = z.object({ ancestors: z.array(Status), descendants: z.array(Status) });
export type StatusContext = z.infer<typeof StatusContext>;

export const StatusSource = z.object({ id: Id, text: z.string(), spoiler_text: z.string() });
export type StatusSource = z.infer<typeof StatusSource>;

/** One version of a status, oldest first in the history. */
export const StatusEdit = z.object({
  content: z.string(),
  spoiler_text: z.string(),
  sensitive: z.boolean(),
  created_at: DateTime,
  account: Account,
  media_attachments: z.array(MediaAttachment),
  emojis: z.array(CustomEmoji),
  /** Left out when this version had none. */
  poll: z.object({ options: z.array(z.object({ title: z.string() })) }).optional(),
  roost: z.object({ text: z.string(), entities: z.array(TextEntity) }),
});
export type StatusEdit = z.infer<typeof StatusEdit>;

/** A post that waits for its time. Ids within `params` are numbers, as apps expect; they are below 2^53. */
export const ScheduledStatus = z.object({
  id: Id,
  scheduled_at: DateTime,
  params: z.object({
    text: z.string(),
    poll: z
      .object({ options: z.array(z.string()), expires_in: z.int(), multiple: z.boolean(), hide_totals: z.boolean() })
      .nullable(),
    media_ids: z.array(Id).nullable(),
    sensitive: z.boolean().nullable(),
    spoiler_text: z.string().nullable(),
    visibility: Visibility,
    in_reply_to_id: z.int().nullable(),
    language: z.string().nullable(),
    /** Null for what was written on our own web client. */
    application_id: z.int().nullable(),
    scheduled_at: z.null(),
    idempotency: z.string().nullable(),
    with_rate_limit: z.literal(false),
  }),
  media_attachments: z.array(MediaAttachment),
  /** Why it was not published when its time came; a new time tries again. */
  roost: z.object({ failure: z.object({ at: DateTime, code: z.string(), error: z.string() }).nullable() }),
});
export type ScheduledStatus = z.infer<typeof ScheduledStatus>;

/** `name` is the usual casing's lower-case identity; `roost.written` the casing most people use. */
export const Tag = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  history: z.array(z.object({ day: z.string(), uses: z.string(), accounts: z.string() })),
  following: z.boolean().optional(),
  featuring: z.boolean().optional(),
  roost: z.object({ written: z.string() }),
});
export type Tag = z.infer<typeof Tag>;

/** A tag on somebody's profile. `statuses_count` is text, as Mastodon sends it. */
export const FeaturedTag = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  statuses_count: z.string().regex(/^\d+$/),
  last_status_at: Day.nullable(),
});
export type FeaturedTag = z.infer<typeof FeaturedTag>;

export const Search = z.object({ accounts: z.array(Account), statuses: z.array(Status), hashtags: z.array(Tag) });
export type Search = z.infer<typeof Search>;

export const SearchV1 = Search.extend({ hashtags: z.array(z.string()) });
export type SearchV1 = z.infer<typeof SearchV1>;

const Posts = z.int().min(0);
/** What the posts that a search finds have in common. Everything is counted among what the reader may see. */
export const SearchFacets = z.object({
  /** Posts that fit. */
  total: Posts,
  /** More fit: all counts are about the newest ones. */
  more: z.boolean(),
  /** Days in UTC with a post, oldest first, as if no days had been chosen. */
  days: z.array(z.object({ day: z.string(), posts: Posts })),
  /** Who wrote most, as if nobody had been chosen. */
  people: z.array(z.object({ account: Account, posts: Posts })),
  tags: z.array(z.object({ name: z.string(), written: z.string(), posts: Posts })),
  /** As if no language had been chosen. */
  languages: z.array(z.object({ code: z.string(), posts: Posts })),
  has: z.object({ image: Posts, link: Posts, alt: Posts }),
  is: z.object({ official: Posts, reply: Posts, sensitive: Posts }),
});
export type SearchFacets = z.infer<typeof SearchFacets>;
