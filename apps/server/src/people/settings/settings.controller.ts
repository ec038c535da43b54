import { Body, Controller, Get, Patch } from '@nestjs/common';
import { SiteSettings, SiteSettingsPatch } from '@roost/contracts';
import type { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { ChangeSiteSettings } from './change-site-settings.js';
import { SiteSettingsReader } from './site-settings.js';

@Controller('api/roost/v1/settings')
@Access('web', { role: 'administrator' })
export class SettingsController {
  constructor(
    private readonly settings: SiteSettingsReader,
    private readonly changeSettings: ChangeSiteSettings,
  ) {}

  @Get()
  @Answers(SiteSettings)
  read(): Promise<SiteSettings> {
    return this.settings.read();
  }

  @Patch()
  @Answers(SiteSettings)
  change(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: SiteSettingsPatch }) input: z.infer<typeof SiteSettingsPatch>,
  ): Promise<SiteSettings> {
    return this.changeSettings.run(viewer, input);
  }
}
