import { Body, Controller, Get, Patch } from '@nestjs/common';
import { type Preferences, PreferencesPatch } from '@roost/contracts';
import type { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { ChangePreferences } from './change-preferences.js';
import { PreferencesReader } from './preferences.reader.js';

/** Mastodon's view of the same choices. */
interface AppPreferences {
  'posting:default:visibility': string;
  'posting:default:sensitive': boolean;
  'posting:default:language': string | null;
  'posting:default:quote_policy': 'nobody';
  'reading:expand:media': 'default';
  'reading:expand:spoilers': false;
}

@Controller('api')
export class PreferencesController {
  constructor(
    private readonly preferences: PreferencesReader,
    private readonly changePreferences: ChangePreferences,
  ) {}

  @Get('roost/v1/preferences')
  @Access('web')
  read(@Viewer() viewer: ViewerFacts): Promise<Preferences> {
    return this.preferences.of(viewer.accountId);
  }

  @Patch('roost/v1/preferences')
  @Access('web')
  change(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: PreferencesPatch }) input: z.infer<typeof PreferencesPatch>,
  ): Promise<Preferences> {
    return this.changePreferences.run(viewer, input);
  }

  @Get('v1/preferences')
  @Access('read:accounts')
  async forApps(@Viewer() viewer: ViewerFacts): Promise<AppPreferences> {
    const preferences = await this.preferences.of(viewer.accountId);
    return {
      'posting:default:visibility': preferences.posting_visibility,
      'posting:default:sensitive': preferences.posting_sensitive,
      'posting:default:language': preferences.posting_language,
      'posting:default:quote_policy': 'nobody',
      'reading:expand:media': 'default',
      'reading:expand:spoilers': false,
    };
  }
}
