import { readEnvironment } from '../config/env.js';
import { BadSetting, loadSettings, type Settings } from '../config/settings.js';
import type { Command } from './command.js';
import { checkDatabase } from './doctor-database.js';
import { checkDataDir, checkMail, checkPublicUrl } from './doctor-machine.js';
import { type Finding, problem, sayFinding } from './finding.js';
import { readOptions } from './options.js';

/** Looks at everything a Roost stands on and says, line by line, what is well and how to mend what is not. */
export const doctor: Command = {
  summary: 'check settings, database, data folder and mail server',
  usage: 'roost doctor\n\nOne line each; exit code 1 when something is wrong.',

  async run(args) {
    readOptions(args, {} as const);
    const findings: Finding[] = [];
    for await (const finding of examine()) {
      findings.push(finding);
      process.stdout.write(`${sayFinding(finding)}\n`);
    }
    return findings.some(({ state }) => state === 'problem') ? 1 : 0;
  },
};

async function* examine(): AsyncGenerator<Finding> {
  let settings: Settings;
  try {
    settings = loadSettings(readEnvironment());
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    yield problem('settings', error.message);
    return;
  }
  yield { topic: 'settings', state: 'ok', text: 'are complete' };
  yield checkPublicUrl(settings);
  yield* checkDatabase(settings);
  yield await checkDataDir(settings);
  yield await checkMail(settings);
}
