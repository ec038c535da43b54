import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account, AppState } from '@roost/contracts';
import { type Cast, type Client, type Person, type Roost, startRoost } from '@roost/test-kit';
import { journalled, newcomer, openDoor, page, signedIn } from './support.js';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

const works = async (client: Client) => (await client.get('/api/v1/preferences')).status === 200;
const role = (by: Person, id: string, wanted: string) =>
  by.web.put<Account & { code: string }>(`/api/roost/v1/accounts/${id}/role`, { role: wanted });
const suspend = (by: Person, id: string) =>
  by.web.post<Account & { code: string }>(`/api/roost/v1/accounts/${id}/suspend`, { reason: 'left the company' });
const unsuspend = (by: Person, id: string) => by.web.post<Account>(`/api/roost/v1/accounts/${id}/unsuspend`);

describe('administration', () => {
  const routes: { method: 'get' | 'post' | 'patch' | 'put' | 'delete'; path: string; body?: unknown }[] = [
    { method: 'get', path: 'settings' },
    { method: 'patch', path: 'settings', body: { site_name: 'Mine' } },
    { method: 'get', path: 'invitations' },
    { method: 'post', path: 'invitations', body: {} },
    { method: 'delete', path: 'invitations/1' },
    { method: 'get', path: 'approvals' },
    { method: 'post', path: 'approvals/1/accept' },
    { method: 'post', path: 'approvals/1/refuse' },
    { method: 'post', path: 'accounts/1/suspend', body: { reason: 'x' } },
    { method: 'post', path: 'accounts/1/unsuspend' },
    { method: 'put', path: 'accounts/1/role', body: { role: 'administrator' } },
  ];
  it.each(routes)('$method $path is for administrators in our own web client', async ({ method, path, body }) => {
    const url = `/api/roost/v1/${path}`;
    const call = (client: Client) => (method === 'get' ? client.get(url) : client[method](url, body));
    expect((await call(page(roost))).status).toBe(401);
    for (const person of [cast.ann, cast.max]) expect((await call(person.web)).status).toBe(403);
    expect((await call(cast.ada)).status).toBe(403); // an app's token, whatever its scopes
    expect([200, 404]).toContain((await call(cast.ada.web)).status);
  });
});

describe('settings', () => {
  it('say how to come in and what this Roost is called', async () => {
    const { ada } = cast;
    const changed = await ada.web.patch('/api/roost/v1/settings', {
      site_name: '  Nest \u00a0& Cie ',
      registration: 'domains',
      domains: ['Company.example', '@company.example', 'bücher.example'],
    });
    expect(changed.body).toEqual({
      site_name: 'Nest & Cie',
      registration: 'domains',
      domains: ['company.example', 'xn--bcher-kva.example'],
    });
    expect((await ada.web.get('/api/roost/v1/settings')).body).toEqual(changed.body);
    const state = await page(roost).get<AppState>('/api/roost/v1/state');
    expect(state.body).toMatchObject({
      site: { name: 'Nest & Cie' },
      registration: 'domains',
      domains: ['company.example', 'xn--bcher-kva.example'],
    });
    expect(await journalled(roost, 'settings', null)).toContain('settings.changed');
  });

  it.each([
    [{ registration: 'domains', domains: [] }, 'settings.domains_missing'],
    [{ domains: ['localhost'] }, 'settings.bad_domain'],
    [{ domains: ['*.example.com'] }, 'settings.bad_domain'],
    [{ domains: ['example.com.'] }, 'settings.bad_domain'],
    [{ site_name: '\u200b\u200b' }, 'settings.blank_name'],
    [{ site_name: '' }, 'invalid'],
    [{ registration: 'open' }, 'invalid'],
  ])('refuse %j', async (patch, code) => {
    const answer = await cast.ada.web.patch<{ code: string }>('/api/roost/v1/settings', patch);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });
});

describe('suspending', () => {
  it('ends sessions and tokens at once; taking it back restores the account only', async () => {
    const { ada } = cast;
    await openDoor(ada, 'domains', ['company.example']);
    const browser = await newcomer(roost, { handle: 'sam', email: 'sam@company.example' });
    const { id } = (await browser.get<Account>('/api/v1/accounts/verify_credentials')).body;
    const app = ada.withToken(await roost.token(id, ['read', 'write']));
    expect([await works(browser), await works(app)]).toEqual([true, true]);

    const answer = await suspend(ada, id);
    expect(answer.status).toBe(200);
    expect(answer.body.suspended).toBe(true);
    expect([await works(browser), await works(app)]).toEqual([false, false]);
    await expect(signedIn(roost, 'sam')).rejects.toThrow('sign_in.suspended');
    expect((await suspend(ada, id)).status).toBe(200);

    expect((await unsuspend(ada, id)).body.suspended).toBeUndefined();
    expect([await works(browser), await works(app)]).toEqual([false, false]);
    expect(await works(await signedIn(roost, 'sam'))).toBe(true);
    expect(await journalled(roost, 'account', id)).toEqual([
      'account.created',
      'account.confirmed',
      'account.suspended',
      'account.unsuspended',
    ]);
    const { rows } = await roost.db.query<{ payload: { reason: string }; actor: string }>(
      `select p.payload, e.actor_id as actor from journal_entry e join journal_payload p using (seq) where e.type = 'account.suspended' and e.subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ payload: { reason: 'left the company' }, actor: ada.id }]);
  });

  it('lets no sign-in through that was under way', async () => {
    const { ada } = cast;
    await newcomer(roost, { handle: 'tess', email: 'tess@company.example' });
    const { rows } = await roost.db.query<{ id: string }>(`select id from account where handle = 'tess'`);
    const id = rows[0]?.id ?? '';
    for (let round = 0; round < 5; round++) {
      const started = await Promise.allSettled([
        signedIn(roost, 'tess'),
        signedIn(roost, 'tess'),
        suspend(ada, id),
        signedIn(roost, 'tess'),
      ]);
      await unsuspend(ada, id);
      for (const result of started)
        if (result.status === 'fulfilled' && 'get' in result.value) expect(await works(result.value)).toBe(false);
    }
  });

  it('needs a reason and somebody who exists', async () => {
    const { ada, ben } = cast;
    expect((await ada.web.post(`/api/roost/v1/accounts/${ben.id}/suspend`, {})).status).toBe(422);
    for (const id of ['1', 'x']) expect((await suspend(ada, id)).status).toBe(404);
  });
});

describe('roles', () => {
  it('count from the next request on', async () => {
    const { ada, ben } = cast;
    expect((await ben.web.get('/api/roost/v1/settings')).status).toBe(403);
    expect((await role(ada, ben.id, 'administrator')).body.roost.role).toBe('administrator');
    expect((await ben.web.get('/api/roost/v1/settings')).status).toBe(200);
    expect((await role(ben, ben.id, 'member')).status).toBe(200);
    expect((await ben.web.get('/api/roost/v1/settings')).status).toBe(403);
    expect(await journalled(roost, 'account', ben.id)).toEqual(['account.role_changed', 'account.role_changed']);
    expect((await role(ada, ben.id, 'king')).status).toBe(422);
  });

  it('always leave one administrator who can act', async () => {
    const { ada, otto } = cast;
    await roost.db.query(`update account set role = 'administrator' where id = $1`, [otto.id]); // suspended: does not count
    for (const answer of [await role(ada, ada.id, 'member'), await suspend(ada, ada.id)]) {
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('account.last_administrator');
    }
    expect((await ada.web.get('/api/roost/v1/settings')).status).toBe(200);
  });

  it('always leave one, also when two step down at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await roost.person({ handle: `one_${round}`, role: 'administrator' });
      await roost.db.query(`update account set role = 'member' where role = 'administrator' and id not in ($1, $2)`, [
        one.id,
        cast.ada.id,
      ]);
      const answers = await Promise.all([role(one, one.id, 'member'), role(cast.ada, cast.ada.id, 'member')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      await roost.db.query(`update account set role = 'administrator' where id = $1`, [cast.ada.id]);
    }
  });
});
