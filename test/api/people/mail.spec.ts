import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, type Roost, startRoost, until } from '@roost/test-kit';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { openDoor, page, signUpForm } from './support.js';

interface Received {
  from: string;
  to: string[];
  source: string;
}

/** A real mail server that refuses as often as it is told to. */
class MailServer {
  readonly received: Received[] = [];
  refusals = 0;
  private readonly server: SMTPServer;

  constructor(readonly port: number) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        void text(stream).then((source) => {
          if (this.refusals > 0) {
            this.refusals -= 1;
            done(Object.assign(new Error('mailbox busy, try again'), { responseCode: 451 }));
            return;
          }
          const { mailFrom, rcptTo } = session.envelope;
          this.received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            source,
          });
          done();
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  async close(): Promise<void> {
    const closed = once(this.server.server, 'close');
    this.server.close();
    await closed;
  }
}

let smtp: MailServer;
let roost: Roost;
beforeAll(async () => {
  smtp = new MailServer(await freePort());
  roost = await startRoost({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, MAIL_FROM: 'Roost <roost@company.example>' });
  await openDoor(await roost.person({ handle: 'ada', role: 'administrator' }), 'domains', ['company.example']);
});
afterAll(async () => {
  await smtp.close();
  await roost.stop();
});

describe('mail', () => {
  it('waits while the server is away, tries again when it refuses, and arrives once', async () => {
    const signUp = await page(roost).post(
      '/api/roost/v1/sign-up',
      signUpForm({ handle: 'ann', email: 'ann@company.example', language: 'fr' }),
    );
    expect(signUp.status).toBe(202);
    const tries = async () =>
      (await roost.db.query<{ n: number }>(`select retry_count as n from roost_jobs.job where name = 'people-mail'`)).rows[0]
        ?.n ?? 0;
    await until(async () => (await state(roost)) === 'retry', 10_000);
    smtp.refusals = 1;
    await smtp.listen();
    await hurry(roost);
    await until(async () => (await tries()) >= 1 && smtp.refusals === 0, 10_000);
    await until(async () => (await state(roost)) === 'retry', 10_000);
    await hurry(roost);
    await until(() => smtp.received.length > 0, 10_000);
    await until(async () => (await state(roost)) === 'completed', 10_000);

    expect(smtp.received).toHaveLength(1);
    const [mail] = smtp.received;
    expect(mail?.from).toBe('roost@company.example');
    expect(mail?.to).toEqual(['ann@company.example']);
    expect(mail?.source).toContain('From: Roost <roost@company.example>');
    expect(mail?.source).toContain('Content-Type: text/plain; charset=utf-8');
    expect(mail?.source).toContain('Auto-Submitted: auto-generated');
    const token = /confirm#([\w-]{43})/.exec(decode(mail?.source ?? ''))?.[1];
    expect((await page(roost).post('/api/roost/v1/confirmations/redeem', { token })).body).toEqual({ next: 'sign-in' });
    expect((await roost.db.query('select 1 from outbox_mail')).rowCount).toBe(0);
  });

  it('leaves no secret of a link in the queue', async () => {
    const { rows } = await roost.db.query<{ row: string }>(
      `select to_jsonb(j)::text as row from roost_jobs.job j where name = 'people-mail'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(/[\w-]{43}/);
  });

  it('is undone with what it belongs to', async () => {
    const before = (await roost.db.query('select 1 from roost_jobs.job')).rowCount;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        page(roost).post('/api/roost/v1/sign-up', signUpForm({ handle: 'twice', email: `twice${index}@company.example` })),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    const sent = (await roost.db.query(`select 1 from roost_jobs.job where data::text like '%confirm%'`)).rowCount;
    expect((await roost.db.query('select 1 from roost_jobs.job')).rowCount).toBe((before ?? 0) + 1);
    expect(sent).toBeGreaterThan(0);
  });
});

async function state(of: Roost): Promise<string | undefined> {
  const { rows } = await of.db.query<{ state: string }>(
    `select state from roost_jobs.job where name = 'people-mail' order by created_on limit 1`,
  );
  return rows[0]?.state;
}

/** Lets a waiting job be tried now instead of after its pause. */
async function hurry(of: Roost): Promise<void> {
  await of.db.query(`update roost_jobs.job set start_after = now() where name = 'people-mail' and state = 'retry'`);
}

/** Undoes quoted-printable, whose long lines are cut and whose signs are spelled out. */
function decode(source: string): string {
  return source
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
