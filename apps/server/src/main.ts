import 'reflect-metadata';
import { readEnvironment } from './config/env.js';
import { BadSetting, loadSettings } from './config/settings.js';
import { createApp } from './create-app.js';
import { migrate } from './platform/database/migrate.js';
import { explainStartFailure } from './start-failure.js';

try {
  const settings = loadSettings(readEnvironment());
  await migrate(settings);
  const app = await createApp(settings);
  await app.listen({ port: settings.port, host: settings.host });
  process.stdout.write(`Roost is ready at ${settings.publicUrl}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof BadSetting ? error.message : explainStartFailure(error)}\n`);
  process.exit(1);
}
