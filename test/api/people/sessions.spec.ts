import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from '@roost/contracts';
import { type Client, type Person, type Roost, startRoost } from '@roost/test-kit';
import { journalled, newcomer, openDoor, page, signedIn } from './support.js';

let roost: Roost;
let here: Client;
let annId: string;
beforeAll(async () => {
  roost = await startRoost();
  const ada: Person = await roost.person({ handle: 'ada', role: 'administrator' });
  await openDoor(ada, 'domains', ['company.example']);
  here = await newcomer(roost, { handle: 'ann', email: 'ann@company.example' });
  annId = (await here.get<{ id: string }>('/api/v1/accounts/verify_credentials')).body.id;
});
afterAll(() => roost.stop());

const list = async (client: Client) => (await client.get<Session[]>('/api/roost/v1/sessions')).body;
const works = async (client: Client) => (await client.get('/api/roost/v1/preferences')).status === 200;

describe('the device list', () => {
  it('shows browsers and connected apps, and which one this is', async () => {
    const there = await signedIn(roost, 'ann');
    await roost.token(annId, ['read']);
    const sessions = await list(here);
    expect(sessions.map(({ kind, app_name, current }) => ({ kind, app_name, current }))).toEqual(
      expect.arrayContaining([
        { kind: 'browser', app_name: null, current: true },
        { kind: 'browser', app_name: null, current: false },
        { kind: 'app', app_name: 'Tests', current: false },
      ]),
    );
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]?.last_seen_at).toMatch(/\.\d{3}Z$/);
    expect((await list(there)).find(({ current }) => current)?.id).not.toBe(sessions.find(({ current }) => current)?.id);
  });

  it('is for our own web client only', async () => {
    const app = page(roost);
    const token = await roost.token(annId, ['read', 'write']);
    expect((await app.get('/api/roost/v1/sessions', {}, { headers: { authorization: `Bearer ${token}` } })).status).toBe(403);
    expect((await app.get('/api/roost/v1/sessions')).status).toBe(401);
  });

  it('ends one browser or one app', async () => {
    const there = await signedIn(roost, 'ann');
    const token = await roost.token(annId, ['read']);
    const bearer = { headers: { authorization: `Bearer ${token}` } };
    const sessions = await list(there);
    const other = sessions.find(({ current }) => current);
    const app = sessions.find(({ kind }) => kind === 'app');
    if (!other || !app) throw new Error('not listed');
    expect((await page(roost).get('/api/v1/accounts/verify_credentials', {}, bearer)).status).toBe(200);

    expect((await here.delete(`/api/roost/v1/sessions/${other.id}`)).status).toBe(204);
    expect([await works(there), await works(here)]).toEqual([false, true]);
    for (const { id } of sessions.filter(({ kind }) => kind === 'app')) await here.delete(`/api/roost/v1/sessions/${id}`);
    expect((await page(roost).get('/api/v1/accounts/verify_credentials', {}, bearer)).status).toBe(401);
    expect(await journalled(roost, 'session', other.id)).toEqual(['session.started', 'session.ended']);
    expect(await journalled(roost, 'token', app.id)).toEqual(['token.revoked']);
  });

  it('never reaches what belongs to somebody else', async () => {
    const ben = await roost.person({ handle: 'ben' });
    const [theirs] = await list(ben.web);
    for (const id of [theirs?.id ?? '', '1', 'x', '99999999999999999999'])
      expect((await here.delete(`/api/roost/v1/sessions/${id}`)).status).toBe(404);
    expect(await works(ben.web)).toBe(true);
  });

  it('ends everything but this', async () => {
    const others = [await signedIn(roost, 'ann'), await signedIn(roost, 'ann', undefined, true)];
    await roost.token(annId, ['read']);
    const ben = await roost.person({ handle: 'bob' });
    expect((await here.delete('/api/roost/v1/sessions')).status).toBe(204);
    expect(await Promise.all(others.map(works))).toEqual([false, false]);
    expect(await list(here)).toHaveLength(1);
    expect([await works(here), await works(ben.web)]).toEqual([true, true]);
  });

  it('signs out', async () => {
    const there = await signedIn(roost, 'ann');
    const answer = await there.delete('/api/roost/v1/sessions/current');
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().join()).toMatch(/roost=; .*(Max-Age=0|1970)/);
    expect(await works(there)).toBe(false);
  });
});
