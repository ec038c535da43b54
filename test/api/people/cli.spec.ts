import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NODE, type Roost, startRoost } from '@roost/test-kit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { GOOD_PASSWORD, journalled, mailSettled, newcomer, openDoor, page, signedIn } from './support.js';

const CLI = fileURLToPath(new URL('../../../apps/server/dist/src/cli.js', import.meta.url));

let roost: Roost;
beforeAll(async () => {
  roost = await startRoost();
});
afterAll(() => roost.stop());

/** Runs `roost …` with nothing on its input, or with what is given. */
async function run(args: string[], options: { input?: string; env?: Record<string, string | undefined> } = {}) {
  const child = spawn(NODE, [CLI, ...args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: roost.databaseUrl,
      DATABASE_OWNER_URL: roost.ownerUrl,
      ROOST_DATA_DIR: roost.server.dataDir,
      ROOST_TEST_MODE: '1',
      ...options.env,
    },
    stdio: 'pipe',
  });
  child.stdin.end(options.input ?? '');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, err };
}

describe('roost create-admin', () => {
  it('makes an administrator who can sign in at once', async () => {
    const made = await run(
      ['create-admin', '--handle', 'Ada', '--email', 'ada@company.example', '--name', 'Ada L', '--password-stdin'],
      {
        input: `${GOOD_PASSWORD}\n`,
      },
    );
    expect(made).toEqual({ code: 0, out: '@ada is administrator and can sign in.\n', err: '' });
    const ada = await signedIn(roost, 'ada@company.example');
    const me = await ada.get<{ id: string }>('/api/v1/accounts/verify_credentials');
    expect(me.body).toMatchObject({ username: 'ada', display_name: 'Ada L', roost: { role: 'administrator' } });
    expect(await journalled(roost, 'account', me.body.id)).toEqual(['account.created']);
    expect((await page(roost).get('/api/roost/v1/state')).body).toMatchObject({ setup: false });
  });

  it.each([
    [['--email', 'x@company.example', '--password', GOOD_PASSWORD], '--handle is missing, and there is no terminal to ask in.'],
    [
      ['--handle', 'eve', '--email', 'eve@company.example', '--password', 'short'],
      'password: a password needs at least 12 characters',
    ],
    [['--handle', 'eve', '--email', 'eve@company.example', '--password', 'password1234'], 'This password is easy to guess.'],
    [['--handle', 'ada', '--email', 'eve@company.example', '--password', GOOD_PASSWORD], 'This handle is taken.'],
    [
      ['--handle', 'eve', '--email', 'ADA@company.example', '--password', GOOD_PASSWORD],
      'This address belongs to another account',
    ],
    [['--handle', 'eve', '--email', 'eve', '--password', GOOD_PASSWORD], 'This is not a mail address'],
    [['--handel', 'eve'], "Unknown option '--handel'"],
  ])('refuses %j in one sentence and makes nothing', async (args, sentence) => {
    const refused = await run(['create-admin', ...args]);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain(sentence);
    expect(refused.err.trim().split('\n')).toHaveLength(1);
    expect((await roost.db.query(`select 1 from account where handle = 'eve'`)).rowCount).toBe(0);
  });
});

describe('roost mail', () => {
  it('shows what would have been sent, the newest last', async () => {
    await openDoor(await roost.person({ handle: 'boss', role: 'administrator' }), 'domains', ['company.example']);
    expect((await run(['mail'])).out).toBe('The outbox is empty.\n');
    await newcomer(roost, { handle: 'ann', email: 'ann@company.example' });
    await newcomer(roost, { handle: 'ben', email: 'ben@company.example' });
    await mailSettled(roost);
    const all = await run(['mail']);
    expect(all.code).toBe(0);
    expect(all.out.indexOf('ann@company.example')).toBeLessThan(all.out.indexOf('ben@company.example'));
    expect(all.out).toContain('Subject: Confirm your address for Roost');
    const last = await run(['mail', '--last', '1']);
    expect([last.out.includes('ann@'), last.out.includes('ben@')]).toEqual([false, true]);
    expect((await run(['mail', '--last', 'x'])).code).toBe(1);
  });
});

describe('roost doctor', () => {
  /** State of each topic. */
  const topics = (out: string): Record<string, string> =>
    Object.fromEntries([...out.matchAll(/^(ok|problem) +([^:]+): /gm)].map(([, state = '', topic = '']) => [topic, state]));

  it('finds what is well', async () => {
    const healthy = await run(['doctor']);
    // The tests' PostgreSQL does not flush to disk, and the doctor says so.
    expect(topics(healthy.out)).toEqual({
      settings: 'ok',
      address: 'ok',
      database: 'ok',
      clock: 'ok',
      durability: 'problem',
      schema: 'ok',
      journal: 'ok',
      jobs: 'ok',
      'data folder': 'ok',
      mail: 'ok',
    });
    expect(healthy.code).toBe(1);
  });

  it('finds what is not, and names the cure', async () => {
    const ill = await run(['doctor'], {
      env: {
        ROOST_TEST_MODE: '0',
        DATABASE_URL: roost.ownerUrl,
        ROOST_PUBLIC_URL: 'http://roost.company.example',
        ROOST_DATA_DIR: '/nowhere/at/all',
        SMTP_URL: 'smtp://user:canary-secret@127.0.0.1:9',
      },
    });
    expect(topics(ill.out)).toMatchObject({ address: 'problem', journal: 'problem', 'data folder': 'problem', mail: 'problem' });
    expect(ill.out).not.toContain('canary-secret');
    await roost.db.query(`delete from migrations where id = (select max(id) from migrations)`);
    expect(topics((await run(['doctor'])).out)).toMatchObject({ schema: 'problem' });
  });

  it('says so when the database does not answer', async () => {
    const gone = await run(['doctor'], { env: { DATABASE_URL: 'postgres://nobody:canary-secret@127.0.0.1:9/none' } });
    expect(topics(gone.out)).toMatchObject({ settings: 'ok', database: 'problem' });
    expect(gone.out + gone.err).not.toContain('canary-secret');
    const unset = await run(['doctor'], { env: { DATABASE_URL: '' } });
    expect(unset.out).toMatch(/^problem +settings: .*DATABASE_URL/);
  });
});

describe('roost', () => {
  it('lists its commands and knows no others', async () => {
    const list = await run([]);
    expect(list.code).toBe(0);
    for (const command of ['create-admin', 'mail', 'doctor']) {
      expect(list.out).toContain(command);
      expect((await run(['help', command])).out).toContain(`roost ${command}`);
    }
    const unknown = await run(['fly']);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('roost does not know "fly"');
  });
});
