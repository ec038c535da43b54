import { SetUpInput } from '@roost/contracts';
import { CreateAdministrator } from '../people/sign-up/create-administrator.js';
import { Database } from '../platform/database/database.js';
import { withRooms } from './application.js';
import { type Command, CommandProblem } from './command.js';
import { readOptions } from './options.js';
import { ask, askSecret, readInput } from './prompt.js';

const AdministratorFlags = SetUpInput.omit({ token: true });

const OPTIONS = {
  handle: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  password: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  language: { type: 'string' },
} as const;

/** Makes an administrator from the command line: for the first start of a machine without a browser, and when the last one was lost. */
export const createAdmin: Command = {
  summary: 'make an administrator',
  usage: `roost create-admin [--handle ada] [--email ada@example.com] [--name "Ada"] [--language en|fr] [--password-stdin | --password …]

What is missing is asked for. --password can be read by others on this machine while the command runs; --password-stdin cannot:
  printf '%s' "$PASSWORD" | roost create-admin --handle ada --email ada@example.com --password-stdin`,

  async run(args) {
    const flags = readOptions(args, OPTIONS);
    const input = AdministratorFlags.safeParse({
      handle: flags.handle ?? (await ask('Handle: ', '--handle')),
      email: flags.email ?? (await ask('Mail address: ', '--email')),
      display_name: flags.name ?? '',
      password: flags['password-stdin'] ? await readInput() : (flags.password ?? (await newPassword())),
      language: flags.language ?? 'en',
    });
    if (!input.success) {
      const issue = input.error.issues[0];
      throw new CommandProblem(`${issue?.path.join('.') ?? 'input'}: ${issue?.message ?? 'is wrong'}`);
    }
    await withRooms(async (rooms) => {
      const database = rooms.get(Database);
      const create = await rooms.get(CreateAdministrator).prepare(database.dataSource.manager, input.data, 'command');
      await database.transaction(create);
    });
    process.stdout.write(`@${input.data.handle.toLowerCase()} is administrator and can sign in.\n`);
    return 0;
  },
};

async function newPassword(): Promise<string> {
  const password = await askSecret('Password (12 characters or more): ', '--password-stdin');
  if (password !== (await askSecret('The same again: ', '--password-stdin')))
    throw new CommandProblem('The two passwords differ. Nothing was made; try again.');
  return password;
}
