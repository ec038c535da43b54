import { Injectable } from '@nestjs/common';
import { FILM_TYPES, IMAGE_TYPES, type Instance, type InstanceV1, LIMITS, SOUND_TYPES } from '@roost/contracts';
import { Settings } from '../../config/settings.js';
import { SiteSettingsReader } from '../../people/settings/site-settings.js';
import { VapidKeys } from '../../platform/vapid/vapid-keys.js';
import { VERSION } from '../../platform/version.js';
import { InstanceCountsReader } from './instance-counts.reader.js';

/** The Mastodon whose API this is: apps read the leading number, and switch features on by it. */
const COMPATIBLE = `4.4.0 (compatible; Roost ${VERSION})`;
const API_VERSION = 6;
const LANGUAGES = ['en', 'fr'];
const DESCRIPTION = 'A company’s own microblog. Only its people can read and post here.';

const CONFIGURATION: InstanceV1['configuration'] = {
  accounts: {
    max_featured_tags: LIMITS.featuredTags,
    max_pinned_statuses: LIMITS.pinnedStatuses,
    max_profile_fields: LIMITS.fields,
    max_note_length: LIMITS.note,
    max_display_name_length: LIMITS.displayName,
    profile_field_name_limit: LIMITS.fieldName,
    profile_field_value_limit: LIMITS.fieldValue,
  },
  statuses: {
    max_characters: LIMITS.statusCharacters,
    max_media_attachments: LIMITS.mediaPerStatus,
    characters_reserved_per_url: LIMITS.charactersPerUrl,
  },
  media_attachments: {
    supported_mime_types: [...IMAGE_TYPES, ...FILM_TYPES, ...SOUND_TYPES],
    description_limit: LIMITS.mediaDescription,
    image_size_limit: LIMITS.imageBytes,
    image_matrix_limit: LIMITS.imagePixels,
    video_size_limit: LIMITS.filmBytes,
    video_frame_rate_limit: LIMITS.filmFrameRate,
    video_matrix_limit: LIMITS.filmPixels,
    duration_limit: LIMITS.filmSeconds,
  },
  polls: {
    max_options: LIMITS.pollOptions,
    max_characters_per_option: LIMITS.pollOptionCharacters,
    min_expiration: LIMITS.pollMinSeconds,
    max_expiration: LIMITS.pollMaxSeconds,
  },
};

/** What apps read before anybody signed in. */
@Injectable()
export class InstancePresenter {
  constructor(
    private readonly settings: Settings,
    private readonly site: SiteSettingsReader,
    private readonly counts: InstanceCountsReader,
    private readonly vapidKeys: VapidKeys,
  ) {}

  async present(): Promise<Instance> {
    const [site, counts, vapidKey] = await Promise.all([this.site.read(), this.counts.read(), this.vapidKeys.publicKey()]);
    const { publicUrl } = this.settings;
    return {
      domain: this.site.domain,
      title: site.site_name,
      version: COMPATIBLE,
      source_url: publicUrl,
      description: DESCRIPTION,
      usage: { users: { active_month: counts.active } },
      thumbnail: { url: this.thumbnail },
      icon: [],
      languages: LANGUAGES,
      configuration: {
        ...CONFIGURATION,
        urls: { streaming: this.streaming, about: publicUrl, privacy_policy: null, terms_of_service: null, status: null },
        vapid: { public_key: vapidKey },
        translation: { enabled: false },
        timelines_access: {
          live_feeds: { local: 'authenticated', remote: 'disabled' },
          hashtag_feeds: { local: 'authenticated', remote: 'disabled' },
          trending_link_feeds: { local: 'authenticated', remote: 'disabled' },
        },
        limited_federation: true,
      },
      // Whoever may join does so on the web: apps know nothing of invitations and confirmed mail domains. Test suites do it by the API.
      registrations: {
        enabled: this.settings.testMode,
        approval_required: site.registration === 'approval',
        reason_required: site.registration === 'approval',
        message: null,
        min_age: null,
        url: site.registration === 'closed' ? null : `${publicUrl}/sign-up`,
      },
      api_versions: { mastodon: API_VERSION },
      contact: { email: '', account: null },
      rules: [],
    };
  }

  async presentV1(): Promise<InstanceV1> {
    const [site, counts] = await Promise.all([this.site.read(), this.counts.read()]);
    return {
      uri: this.site.domain,
      title: site.site_name,
      short_description: DESCRIPTION,
      description: DESCRIPTION,
      email: '',
      version: COMPATIBLE,
      urls: { streaming_api: this.streaming },
      stats: { user_count: counts.accounts, status_count: counts.statuses, domain_count: 1 },
      thumbnail: this.thumbnail,
      languages: LANGUAGES,
      registrations: this.settings.testMode,
      approval_required: site.registration === 'approval',
      invites_enabled: site.registration === 'invitation',
      configuration: CONFIGURATION,
      contact_account: null,
      rules: [],
      max_toot_chars: LIMITS.statusCharacters,
    };
  }

  private get streaming(): string {
    return this.settings.publicUrl.replace(/^http/, 'ws');
  }

  private get thumbnail(): string {
    return `${this.settings.publicUrl}/avatar.png`;
  }
}
