import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Person, type Roost, startRoost, startServer, until } from '@roost/test-kit';
import {
  cookieHeader,
  cookiesOf,
  GOOD_PASSWORD,
  journalled,
  newcomer,
  nthMail,
  openDoor,
  page,
  secretIn,
  sha256,
  signUpForm,
} from './support.js';

let roost: Roost;
let ada: Person;
beforeAll(async () => {
  roost = await startRoost();
  ada = await roost.person({ handle: 'ada', role: 'administrator' });
  await openDoor(ada, 'domains', ['company.example']);
});
afterAll(() => roost.stop());

/** Asks for the sweep that otherwise comes every five minutes, and waits for its end. */
async function sweep(): Promise<void> {
  const { rows } = await roost.db.query<{ id: string }>(
    `insert into roost_jobs.job (name, data) values ('people-sweep', '{}') returning id`,
  );
  const id = rows[0]?.id;
  await until(async () => {
    const { rows: jobs } = await roost.db.query<{ state: string }>('select state from roost_jobs.job where id = $1', [id]);
    return jobs[0]?.state === 'completed';
  }, 15_000);
}

describe('the sweep', () => {
  it('is scheduled', async () => {
    const { rows } = await roost.db.query<{ cron: string }>(`select cron from roost_jobs.schedule where name = 'people-sweep'`);
    expect(rows).toEqual([{ cron: '*/5 * * * *' }]);
  });

  it('ends sessions whose time is over, so that live connections are cut, and no others', async () => {
    await newcomer(roost, { handle: 'ann', email: 'ann@company.example' });
    const signIn = (remember: boolean) =>
      page(roost).post('/api/roost/v1/sessions', { email: 'ann', password: GOOD_PASSWORD, remember });
    const idOf = async (cookie: string) =>
      (await roost.db.query<{ id: string }>('select id from session where token_hash = $1', [sha256(cookie)])).rows[0]?.id ??
      null;
    const sessions = [];
    for (const [remember, change] of [
      [false, `last_seen_at = now() - interval '13 hours'`],
      [true, `last_seen_at = now() - interval '13 hours'`],
      [true, `expires_at = now() - interval '1 second'`],
      [false, `last_seen_at = now()`],
    ] as const) {
      const cookie = cookiesOf(await signIn(remember))['roost']?.value ?? '';
      const id = await idOf(cookie);
      await roost.db.query(`update session set ${change} where id = $1`, [id]);
      sessions.push({ cookie, id });
    }
    await sweep();
    const left = await Promise.all(sessions.map(async ({ cookie, id }) => (await idOf(cookie)) === id));
    expect(left).toEqual([false, true, false, true]);
    expect(await journalled(roost, 'session', sessions[0]?.id ?? null)).toEqual(['session.started', 'session.ended']);
    expect(await journalled(roost, 'session', sessions[3]?.id ?? null)).toEqual(['session.started']);
  });

  it('forgets accounts that nobody confirmed for a week; their handle and invitation are free again', async () => {
    const invitation = await ada.web.post<{ id: string; url: string }>('/api/roost/v1/invitations', {});
    const form = signUpForm({ handle: 'lazy', email: 'lazy@else.example', invitation: invitation.body.url.split('#')[1] });
    expect((await page(roost).post('/api/roost/v1/sign-up', form)).status).toBe(202);
    expect(
      (await page(roost).post('/api/roost/v1/sign-up', signUpForm({ handle: 'recent', email: 'recent@company.example' }))).status,
    ).toBe(202);
    const { rows } = await roost.db.query<{ id: string }>(
      `update account set created_at = now() - interval '8 days' where handle = 'lazy' returning id`,
    );
    await sweep();
    const left = await roost.db.query<{ handle: string }>(`select handle from account where state = 'unconfirmed'`);
    expect(left.rows).toEqual([{ handle: 'recent' }]);
    expect(await journalled(roost, 'account', rows[0]?.id ?? null)).toEqual(['account.created', 'account.forgotten']);
    expect((await page(roost).post('/api/roost/v1/sign-up', form)).status).toBe(202);
    expect(secretIn(await nthMail(roost, 'lazy@else.example', 2))).toHaveLength(43);
  });
});

describe('a crash', () => {
  it('right after an answer loses neither the account nor its mail', async () => {
    const victim = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: { ROOST_ROLE: 'web' } });
    const handles = Array.from({ length: 8 }, (_, index) => `crash_${index}`);
    await Promise.all(
      handles.map((handle) =>
        page(roost).call('POST', `${victim.url}/api/roost/v1/sign-up`, {
          body: signUpForm({ handle, email: `${handle}@company.example` }),
          headers: { origin: victim.url },
        }),
      ),
    );
    await victim.kill();
    for (const handle of handles)
      expect((await nthMail(roost, `${handle}@company.example`, 1)).subject).toContain('Confirm your address');
  });
});

describe('a browser', () => {
  it('keeps one device secret for everybody who signs in on it', async () => {
    await newcomer(roost, { handle: 'bob', email: 'bob@company.example' });
    const first = await page(roost).post('/api/roost/v1/sessions', { email: 'ann', password: GOOD_PASSWORD });
    const second = await page(roost, cookieHeader(first)).post('/api/roost/v1/sessions', {
      email: 'bob',
      password: GOOD_PASSWORD,
    });
    expect(cookiesOf(second)['roost-device']?.value).toBe(cookiesOf(first)['roost-device']?.value);
    const { rows } = await roost.db.query<{ n: number }>('select count(*)::int as n from known_device where token_hash = $1', [
      sha256(cookiesOf(first)['roost-device']?.value ?? ''),
    ]);
    expect(rows[0]?.n).toBe(2);
  });
});
