import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppState, CredentialAccount } from '@roost/contracts';
import { type Person, type Roost, startRoost } from '@roost/test-kit';
import { cookieHeader, cookiesOf, GOOD_PASSWORD, newcomer, openDoor, page, sha256, signedIn } from './support.js';

/** The good password hashed with other parameters, as an older release might have done. */
const OTHER_HASH = '$argon2id$v=19$m=2048,p=1,t=3$gQ3s/ZsYWykPcVwbOAwmXA$nQW+y1ZYodyJZjDxUh0ldQF0xEyuaRzwk7HuGrNxGlg';

let roost: Roost;
let ada: Person;
beforeAll(async () => {
  roost = await startRoost();
  ada = await roost.person({ handle: 'ada', role: 'administrator' });
  await openDoor(ada, 'domains', ['company.example']);
  await newcomer(roost, { handle: 'ann', email: 'ann@company.example' });
});
afterAll(() => roost.stop());

const signIn = (email: string, password = GOOD_PASSWORD, fields: Record<string, unknown> = {}, cookie?: string) =>
  page(roost, cookie).post<{ account?: CredentialAccount; code?: string }>('/api/roost/v1/sessions', {
    email,
    password,
    ...fields,
  });

describe('signing in', () => {
  it.each(['ann@company.example', 'ANN@Company.Example', ' ann@company.example ', 'ann', '@Ann'])('knows %j', async (login) => {
    const answer = await signIn(login);
    expect(answer.status).toBe(200);
    expect(answer.body.account?.username).toBe('ann');
  });

  it('takes a password however its accents were typed', async () => {
    const { account } = (await signIn('ann')).body;
    await page(roost, cookieHeader(await signIn('ann'))).patch('/api/roost/v1/account', {
      current_password: GOOD_PASSWORD,
      password: 'cre\u0301merie zinc violet',
    });
    expect((await signIn('ann', 'cr\u00e9merie zinc violet')).body.account?.id).toBe(account?.id);
    await page(roost, cookieHeader(await signIn('ann', 'cr\u00e9merie zinc violet'))).patch('/api/roost/v1/account', {
      current_password: 'cr\u00e9merie zinc violet',
      password: GOOD_PASSWORD,
    });
  });

  it('answers an unknown account exactly as a wrong password', async () => {
    const wrong = await signIn('ann', 'not her password');
    const unknown = await signIn('nobody@company.example', 'not her password');
    const strange = await signIn('no body at all', 'not her password');
    expect(wrong.status).toBe(401);
    expect(wrong.body.code).toBe('sign_in.wrong');
    for (const other of [unknown, strange]) {
      expect(other.status).toBe(wrong.status);
      expect({ ...other.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' });
      expect(other.headers.getSetCookie()).toEqual([]);
    }
  });

  it('sets a cookie that scripts cannot read and other sites cannot send, and stores its hash only', async () => {
    const answer = await signIn('ann');
    const { roost: session, 'roost-device': device } = cookiesOf(answer);
    expect(session?.attributes).toBe('Path=/; HttpOnly; SameSite=Lax');
    expect(Buffer.from(session?.value ?? '', 'base64url')).toHaveLength(32);
    expect(device?.attributes).toContain('HttpOnly; SameSite=Lax');
    const { rows } = await roost.db.query<{ n: number }>('select count(*)::int as n from session where token_hash = $1', [
      sha256(session?.value ?? ''),
    ]);
    expect(rows[0]?.n).toBe(1);
    const { rows: everything } = await roost.db.query<{ row: string }>(
      `select to_jsonb(s)::text as row from session s union all select to_jsonb(p)::text from journal_payload p union all select to_jsonb(k)::text from known_device k`,
    );
    for (const secret of [session?.value, device?.value])
      expect(everything.some(({ row }) => row.includes(secret ?? 'missing'))).toBe(false);
  });

  it('names its cookie __Host- and marks it Secure behind https', async () => {
    const answer = await page(roost).post(
      '/api/roost/v1/sessions',
      { email: 'ann', password: GOOD_PASSWORD },
      {
        headers: { 'x-forwarded-proto': 'https', origin: roost.url.replace('http:', 'https:') },
      },
    );
    const session = cookiesOf(answer)['__Host-roost'];
    expect(session?.attributes).toBe('Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });

  it('gives every sign-in a new session and ends the one the browser had', async () => {
    const first = await signIn('ann');
    const second = await signIn('ann', GOOD_PASSWORD, {}, cookieHeader(first));
    expect(cookiesOf(second)['roost']?.value).not.toBe(cookiesOf(first)['roost']?.value);
    expect((await page(roost, cookieHeader(first)).get<AppState>('/api/roost/v1/state')).body.signed_in).toBe(false);
    expect((await page(roost, cookieHeader(second)).get<AppState>('/api/roost/v1/state')).body.signed_in).toBe(true);
  });

  it('upgrades a hash that was made with weaker parameters', async () => {
    const hash = async () =>
      (await roost.db.query<{ hash: string }>(`select password_hash as hash from credential where email = 'ann@company.example'`))
        .rows[0]?.hash ?? '';
    const strong = await hash();
    await roost.db.query(`update credential set password_hash = $1 where email = 'ann@company.example'`, [OTHER_HASH]);
    expect((await signIn('ann', 'wrong wrong wrong')).status).toBe(401);
    expect(await hash()).toBe(OTHER_HASH);
    await signedIn(roost, 'ann');
    expect(await hash()).not.toBe(OTHER_HASH);
    expect((await hash()).split('$').slice(0, 4)).toEqual(strong.split('$').slice(0, 4));
    await signedIn(roost, 'ann');
  });

  it.each(['unconfirmed', 'waiting', 'suspended'] as const)('tells only the owner that the account is %s', async (state) => {
    await roost.db.query(`update account set state = $1 where handle = 'ann'`, [state]);
    const right = await signIn('ann');
    expect([right.status, right.body.code, right.headers.getSetCookie()]).toEqual([403, `sign_in.${state}`, []]);
    expect((await signIn('ann', 'not her password')).body.code).toBe('sign_in.wrong');
    await roost.db.query(`update account set state = 'active' where handle = 'ann'`);
  });

  it('is refused to pages of other sites', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { origin: roost.url, 'sec-fetch-site': 'cross-site' }] as Record<
      string,
      string
    >[]) {
      const answer = await roost.anonymous.post<{ code: string }>(
        '/api/roost/v1/sessions',
        { email: 'ann', password: GOOD_PASSWORD },
        { headers },
      );
      expect([answer.status, answer.body.code]).toEqual([403, 'foreign_origin']);
    }
  });

  it('has no way around the check of the origin', async () => {
    const cookie = cookieHeader(await signIn('ann'));
    const attempts = [
      roost.anonymous.patch('/api/roost/v1/preferences', { theme: 'dark' }, { headers: { cookie } }),
      roost.anonymous.patch('/api/roost/v1/preferences', { theme: 'dark' }, { headers: { cookie, origin: 'null' } }),
      roost.anonymous.patch('/api/roost/v1/preferences', new URLSearchParams({ theme: 'dark' }), {
        headers: { cookie, origin: 'https://evil.example' },
      }),
      roost.anonymous.patch('/api/roost/v1/preferences', '{"theme":"dark"}', {
        headers: { cookie, 'content-type': 'text/plain' },
      }),
    ];
    for (const answer of await Promise.all(attempts)) expect(answer.status).toBe(403);
    expect((await page(roost, cookie).get('/api/roost/v1/preferences')).body).toMatchObject({ theme: 'system' });
  });
});

describe('a session', () => {
  const signedInAs = async (cookie: string) => (await page(roost, cookie).get<AppState>('/api/roost/v1/state')).body.signed_in;

  it('ends after twelve idle hours, unless it is remembered', async () => {
    const plain = cookieHeader(await signIn('ann'));
    const remembered = await signIn('ann', GOOD_PASSWORD, { remember: true });
    expect(cookiesOf(remembered)['roost']?.attributes).toContain('Max-Age=1209600');
    await roost.db.query(`update session set last_seen_at = now() - interval '11 hours 59 minutes'`);
    expect(await signedInAs(plain)).toBe(true);
    await roost.db.query(`update session set last_seen_at = now() - interval '12 hours 1 second'`);
    expect([await signedInAs(plain), await signedInAs(cookieHeader(remembered))]).toEqual([false, true]);
  });

  it.each([
    [false, 7],
    [true, 14],
  ])('that is remembered (%s) lives %d days and no longer', async (remember, days) => {
    const answer = await signIn('ann', GOOD_PASSWORD, { remember });
    const hash = sha256(cookiesOf(answer)['roost']?.value ?? '');
    const { rows } = await roost.db.query<{ left: string }>(
      `select round(extract(epoch from expires_at - now()) / 86400, 1) as left from session where token_hash = $1`,
      [hash],
    );
    expect(Number(rows[0]?.left)).toBe(days);
    await roost.db.query('update session set expires_at = now() where token_hash = $1', [hash]);
    expect(await signedInAs(cookieHeader(answer))).toBe(false);
  });
});
