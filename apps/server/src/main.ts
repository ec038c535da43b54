import 'reflect-metadata';
import { readEnvironment } from './config/env.js';
import { BadSetting, loadSettings } from './config/settings.js';
import { createApp } from './create-app.js';
import { SetUpLink } from './people/sign-up/set-up-link.js';
import { migrate } from './platform/database/migrate.js';
import { explainStartFailure } from './start-failure.js';

try {
  const settings = loadSettings(readEnvironment());
  await migrate(settings);
  const app = await createApp(settings);
  await app.listen({ port: settings.port, host: settings.host });
  process.stdout.write(`Roost is ready at ${settings.publicUrl}\n`);
  const link = await app.get(SetUpLink).renew();
  // Straight to the terminal and never through the log: whoever reads this line may make themselves administrator.
  if (link !== null) process.stdout.write(`To make the first administrator, open this link within 24 hours: ${link}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof BadSetting ? error.message : explainStartFailure(error)}\n`);
  process.exit(1);
}
