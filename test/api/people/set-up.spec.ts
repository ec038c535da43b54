import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppState, CredentialAccount } from '@roost/contracts';
import { type Roost, type ServerProcess, startRoost, startServer, until } from '@roost/test-kit';
import { cookieHeader, cookiesOf, GOOD_PASSWORD, journalled, page } from './support.js';

let roost: Roost;
beforeAll(async () => {
  roost = await startRoost();
});
afterAll(() => roost.stop());

const form = (token: string, handle = 'ada') => ({
  token,
  handle,
  display_name: 'Ada',
  email: `${handle}@company.example`,
  password: GOOD_PASSWORD,
  language: 'fr',
});

/** The secret of the link that a start printed. */
function linkOf(server: ServerProcess): Promise<string> {
  return until(() => /\/set-up#([\w-]{43})/.exec(server.output())?.[1]);
}

describe('the first administrator', () => {
  it('is made by the link that the start prints, once, and is signed in', async () => {
    const before = await page(roost).get<AppState>('/api/roost/v1/state');
    expect(before.body).toMatchObject({ setup: true, registration: 'closed', signed_in: false, account: null });
    const token = await linkOf(roost.server);

    expect((await page(roost).post('/api/roost/v1/setup', form('x'.repeat(43)))).body).toMatchObject({ code: 'set_up.invalid' });
    expect((await page(roost).post('/api/roost/v1/setup', { ...form(token), password: 'password1234' })).body).toMatchObject({
      code: 'password.common',
    });

    const made = await Promise.all(
      ['ada', 'eve', 'eva'].map((handle) =>
        page(roost).post<{ account: CredentialAccount }>('/api/roost/v1/setup', form(token, handle)),
      ),
    );
    const won = made.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const [first] = won;
    if (!first) throw new Error('nobody won');
    expect(first.body.account.role.name).toBe('Administrator');
    for (const lost of made.filter(({ status }) => status !== 200)) expect([409, 422]).toContain(lost.status);

    const state = await page(roost, cookieHeader(first)).get<AppState>('/api/roost/v1/state');
    expect(state.body).toMatchObject({ setup: false, signed_in: true, preferences: { language: 'fr' } });
    expect(cookiesOf(first)['roost']?.attributes).toBe('Path=/; HttpOnly; SameSite=Lax');
    expect(await journalled(roost, 'account', first.body.account.id)).toEqual(['account.created']);
    expect((await page(roost).post('/api/roost/v1/setup', form(token, 'zoe'))).body).toMatchObject({ code: 'set_up.done' });
  });

  it('needs no link any more: the next start prints none', async () => {
    const again = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl });
    await until(() => again.output().includes('is ready'));
    expect(again.output()).not.toContain('set-up#');
    await again.stop();
  });
});

describe('the set-up link', () => {
  let empty: Roost;
  beforeAll(async () => {
    empty = await startRoost();
  });
  afterAll(() => empty.stop());

  it('is replaced by that of a newer start, and ends after a day', async () => {
    const old = await linkOf(empty.server);
    const restarted = await startServer({ databaseUrl: empty.databaseUrl, ownerUrl: empty.ownerUrl });
    const fresh = await linkOf(restarted);
    expect(fresh).not.toBe(old);
    expect((await page(empty).post('/api/roost/v1/setup', form(old))).body).toMatchObject({ code: 'set_up.invalid' });
    await empty.db.query(`update setup_token set expires_at = now() - interval '1 second'`);
    expect((await page(empty).post('/api/roost/v1/setup', form(fresh))).body).toMatchObject({ code: 'set_up.invalid' });
    await empty.db.query(`update setup_token set expires_at = now() + interval '1 minute'`);
    expect((await page(empty).post('/api/roost/v1/setup', form(fresh))).status).toBe(200);
    await restarted.stop();
  });
});
