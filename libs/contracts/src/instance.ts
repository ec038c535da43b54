import { z } from 'zod';
import { DateTime } from './wire.js';

/** Limits that the server enforces and advertises; both instance documents are made from these. */
export const LIMITS = {
  statusCharacters: 140,
  charactersPerUrl: 23,
  mediaPerStatus: 4,
  mediaDescription: 1500,
  imageBytes: 10 * 1024 * 1024,
  imagePixels: 24_000_000,
  /** Of a film or a sound. */
  filmBytes: 40 * 1024 * 1024,
  /** Of one picture of a film: 3840 by 2160. */
  filmPixels: 8_294_400,
  filmFrameRate: 120,
  /** Of a film or a sound. */
  filmSeconds: 3600,
  pollOptions: 4,
  /** User-perceived characters of one option. */
  pollOptionCharacters: 50,
  pollMinSeconds: 300,
  /** A month. */
  pollMaxSeconds: 2_629_746,
  scheduledStatuses: 300,
  /** Posts of one person that go out on one day, in UTC. */
  scheduledPerDay: 25,
  scheduleAheadSeconds: 300,
  pinnedStatuses: 5,
  featuredTags: 10,
  accountNote: 2000,
  announcement: 2000,
  /** Different emoji under one announcement. */
  announcementReactions: 8,
  displayName: 50,
  note: 500,
  fields: 4,
  fieldName: 50,
  fieldValue: 255,
  lists: 50,
  filters: 100,
  keywordsPerFilter: 100,
  statusesPerFilter: 200,
} as const;

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'] as const;

/** Containers of films and sounds, as uploads announce them. What is in them must be of a codec that browsers play. */
export const FILM_TYPES = ['video/mp4', 'video/quicktime', 'video/webm'] as const;
export const SOUND_TYPES = [
  'audio/mpeg',
  'audio/mp3',
  'audio/ogg',
  'audio/wav',
  'audio/x-wav',
  'audio/flac',
  'audio/mp4',
  'audio/x-m4a',
  'audio/webm',
] as const;

const MediaLimits = z.object({
  supported_mime_types: z.array(z.string()),
  description_limit: z.int(),
  image_size_limit: z.int(),
  image_matrix_limit: z.int(),
  video_size_limit: z.int(),
  video_frame_rate_limit: z.int(),
  video_matrix_limit: z.int(),
  /** Seconds that a film or a sound may last; Mastodon has no word for it. */
  duration_limit: z.int(),
});
const Configuration = z.object({
  accounts: z.object({
    max_featured_tags: z.int(),
    max_pinned_statuses: z.int(),
    max_profile_fields: z.int(),
    max_note_length: z.int(),
    max_display_name_length: z.int(),
    profile_field_name_limit: z.int(),
    profile_field_value_limit: z.int(),
  }),
  statuses: z.object({ max_characters: z.int(), max_media_attachments: z.int(), characters_reserved_per_url: z.int() }),
  media_attachments: MediaLimits,
  polls: z.object({
    max_options: z.int(),
    max_characters_per_option: z.int(),
    min_expiration: z.int(),
    max_expiration: z.int(),
  }),
});
const Reach = z.object({ local: z.enum(['public', 'authenticated', 'disabled']), remote: z.literal('disabled') });
const Rule = z.object({ id: z.string(), text: z.string(), hint: z.string() });

/** Mastodon's Instance: what an app must know before anybody signed in. */
export const Instance = z.object({
  domain: z.string(),
  title: z.string(),
  version: z.string(),
  source_url: z.string(),
  description: z.string(),
  usage: z.object({ users: z.object({ active_month: z.int() }) }),
  thumbnail: z.object({ url: z.string() }),
  icon: z.array(z.object({ src: z.string(), size: z.string() })),
  languages: z.array(z.string()),
  configuration: Configuration.extend({
    urls: z.object({
      streaming: z.string(),
      about: z.string(),
      privacy_policy: z.null(),
      terms_of_service: z.null(),
      status: z.null(),
    }),
    vapid: z.object({ public_key: z.string() }),
    translation: z.object({ enabled: z.literal(false) }),
    timelines_access: z.object({ live_feeds: Reach, hashtag_feeds: Reach, trending_link_feeds: Reach }),
    limited_federation: z.literal(true),
  }),
  registrations: z.object({
    enabled: z.boolean(),
    approval_required: z.boolean(),
    reason_required: z.boolean(),
    message: z.string().nullable(),
    min_age: z.null(),
    url: z.string().nullable(),
  }),
  api_versions: z.object({ mastodon: z.int() }),
  contact: z.object({ email: z.string(), account: z.null() }),
  rules: z.array(Rule),
});
export type Instance = z.infer<typeof Instance>;

/** The same for apps of before 2022. `uri` is a bare host. */
export const InstanceV1 = z.object({
  uri: z.string(),
  title: z.string(),
  short_description: z.string(),
  description: z.string(),
  email: z.string(),
  version: z.string(),
  urls: z.object({ streaming_api: z.string() }),
  stats: z.object({ user_count: z.int(), status_count: z.int(), domain_count: z.int() }),
  thumbnail: z.string(),
  languages: z.array(z.string()),
  registrations: z.boolean(),
  approval_required: z.boolean(),
  invites_enabled: z.boolean(),
  configuration: Configuration,
  contact_account: z.null(),
  rules: z.array(Rule),
  max_toot_chars: z.int(),
});
export type InstanceV1 = z.infer<typeof InstanceV1>;

/** A text about the instance; empty while nobody wrote one. */
export const InstanceText = z.object({ updated_at: DateTime, content: z.string() });
export type InstanceText = z.infer<typeof InstanceText>;
