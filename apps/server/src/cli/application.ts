import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readEnvironment } from '../config/env.js';
import { loadSettings, Settings } from '../config/settings.js';
import { PeopleModule } from '../people/people.module.js';
import { createLogger, NestLog } from '../platform/http/log.js';
import { migrate } from '../platform/database/migrate.js';
import { PlatformModule } from '../platform/platform.module.js';

/** The rooms without HTTP and without background work, which belongs to the server. */
@Module({})
class CommandModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: CommandModule,
      global: true,
      imports: [PlatformModule, PeopleModule],
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}

/** Puts the people rooms together for one command, on an up-to-date database, and takes them apart again. */
export async function withRooms<Result>(work: (rooms: INestApplicationContext) => Promise<Result>): Promise<Result> {
  const settings = Settings.from({ ...loadSettings(readEnvironment()), role: 'web', logLevel: 'error' });
  await migrate(settings);
  const rooms = await NestFactory.createApplicationContext(CommandModule.with(settings), {
    logger: new NestLog(createLogger(settings)),
    abortOnError: false,
  });
  try {
    return await work(rooms);
  } finally {
    await rooms.close();
  }
}
