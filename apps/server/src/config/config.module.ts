import { Global, Module } from '@nestjs/common';
import { readEnvironment } from './env.js';
import { loadSettings, Settings } from './settings.js';

@Global()
@Module({
  providers: [{ provide: Settings, useFactory: () => loadSettings(readEnvironment()) }],
  exports: [Settings],
})
export class ConfigModule {}
