import 'reflect-metadata';
import { BadSetting } from './config/settings.js';
import { CommandProblem } from './cli/command.js';
import { COMMANDS } from './cli/commands.js';
import { RoostError } from './platform/errors.js';
import { explainStartFailure } from './start-failure.js';

const [name, ...args] = process.argv.slice(2);
try {
  process.exitCode = await run();
} catch (error) {
  const mendable = error instanceof CommandProblem || error instanceof BadSetting || error instanceof RoostError;
  process.stderr.write(`${mendable ? error.message : explainStartFailure(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const wantsHelp = name === undefined || name === 'help' || name === '--help' || args.includes('--help');
  const command = COMMANDS[(name === 'help' ? args[0] : name) ?? ''];
  if (wantsHelp) {
    process.stdout.write(`${command ? command.usage : list()}\n`);
    return 0;
  }
  if (!command) {
    process.stderr.write(`roost does not know "${name}".\n\n${list()}\n`);
    return 1;
  }
  return command.run(args);
}

function list(): string {
  const lines = Object.entries(COMMANDS).map(([word, { summary }]) => `  ${word.padEnd(14)}${summary}`);
  return `roost <command>\n\n${lines.join('\n')}\n\nroost help <command> shows its options.`;
}
