import { Global, Module } from '@nestjs/common';
import { ChangePreferences } from './change-preferences.js';
import { ChangeSiteSettings } from './change-site-settings.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesReader } from './preferences.reader.js';
import { SettingsController } from './settings.controller.js';
import { SiteSettingsReader } from './site-settings.js';
import { StateController } from './state.controller.js';

@Global()
@Module({
  controllers: [SettingsController, PreferencesController, StateController],
  providers: [SiteSettingsReader, ChangeSiteSettings, PreferencesReader, ChangePreferences],
  exports: [SiteSettingsReader, PreferencesReader],
})
export class SiteSettingsModule {}
