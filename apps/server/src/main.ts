import 'reflect-metadata';
import { readEnvironment } from './config/env.js';
import { BadSetting, loadSettings } from './config/settings.js';
import { createApp } from './create-app.js';
import { SetUpLink } from './people/sign-up/set-up-link.js';
import { TestAdministrator } from './people/sign-up/test-administrator.js';
import { migrate } from './platform/database/migrate.js';
import { explainStartFailure } from './start-failure.js';

try {
  const settings = loadSettings(readEnvironment());
  await migrate(settings);
  const app = await createApp(settings);
  await app.get(TestAdministrator).make();
  const link = await app.get(SetUpLink).renew();
  await app.listen({ port: settings.port, host: settings.host });
  // Straight to the terminal and never through the log: whoever reads this link may make themselves administrator.
  const invitation = link === null ? '' : `To make the first administrator, open this link within 24 hours: ${link}\n`;
  const warning = settings.testMode ? 'This is test mode: whoever reaches this address can make themselves an account.\n' : '';
  process.stdout.write(`Roost is ready at ${settings.publicUrl}\n${warning}${invitation}`);
} catch (error) {
  process.stderr.write(`${error instanceof BadSetting ? error.message : explainStartFailure(error)}\n`);
  process.exit(1);
}
