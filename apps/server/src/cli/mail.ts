import pg from 'pg';
import { readEnvironment } from '../config/env.js';
import { loadSettings } from '../config/settings.js';
import { type Command, CommandProblem } from './command.js';
import { readOptions } from './options.js';

interface OutboxRow {
  recipient: string;
  subject: string;
  body: string;
  created_at: Date;
}

/** Shows what Roost would have sent while no mail server is set. */
export const mail: Command = {
  summary: 'show the mail in the local outbox (when SMTP_URL is not set)',
  usage: 'roost mail [--last 10]',

  async run(args) {
    const { last = '10' } = readOptions(args, { last: { type: 'string' } } as const);
    const count = Number(last);
    if (!Number.isInteger(count) || count < 1 || count > 1000) throw new CommandProblem('--last takes a number from 1 to 1000.');
    const settings = loadSettings(readEnvironment());
    const client = new pg.Client({ connectionString: settings.databaseUrl, connectionTimeoutMillis: 5_000 });
    await client.connect();
    try {
      const { rows } = await client.query<OutboxRow>(
        'select recipient, subject, body, created_at from outbox_mail order by id desc limit $1',
        [count],
      );
      if (settings.smtpUrl !== undefined)
        process.stdout.write('SMTP_URL is set: new mail goes there. Older mail in the outbox:\n\n');
      if (rows.length === 0) process.stdout.write('The outbox is empty.\n');
      for (const row of rows.reverse()) process.stdout.write(`${show(row)}\n`);
      return 0;
    } finally {
      await client.end();
    }
  },
};

function show(row: OutboxRow): string {
  return `${'-'.repeat(72)}\nTo:      ${row.recipient}\nDate:    ${row.created_at.toISOString()}\nSubject: ${row.subject}\n\n${row.body}`;
}
