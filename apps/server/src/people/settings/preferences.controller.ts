import { Body, Controller, Get, Patch } from '@nestjs/common';
import { Preferences, PreferencesPatch } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { ChangePreferences } from './change-preferences.js';
import { PreferencesReader } from './preferences.reader.js';

/** Mastodon's view of the same choices. */
const AppPreferences = z.object({
  'posting:default:visibility': z.string(),
  'posting:default:sensitive': z.boolean(),
  'posting:default:language': z.string().nullable(),
  'posting:default:quote_policy': z.literal('nobody'),
  'reading:expand:media': z.literal('default'),
  'reading:expand:spoilers': z.literal(false),
});
type AppPreferences = z.infer<typeof AppPreferences>;

@Controller('api')
export class PreferencesController {
  constructor(
    private readonly preferences: PreferencesReader,
    private readonly changePreferences: ChangePreferences,
  ) {}

  @Get('roost/v1/preferences')
  @Access('web')
  @Answers(Preferences)
  read(@Viewer() viewer: ViewerFacts): Promise<Preferences> {
    return this.preferences.of(viewer.accountId);
  }

  @Patch('roost/v1/preferences')
  @Access('web')
  @Answers(Preferences)
  change(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: PreferencesPatch }) input: z.infer<typeof PreferencesPatch>,
  ): Promise<Preferences> {
    return this.changePreferences.run(viewer, input);
  }

  @Get('v1/preferences')
  @Access('read:accounts')
  @Answers(AppPreferences)
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
