import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectedApp, CredentialApplication } from '@roost/contracts';
import { type Cast, type Roost, startRoost } from '@roost/test-kit';
import { anApp, exchange, letIn } from './support.js';

let roost: Roost;
let cast: Cast;
let elk: CredentialApplication;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  elk = await anApp(roost, { website: 'https://elk.example/' });
});
afterAll(() => roost.stop());

const APPS = '/api/roost/v1/apps';
const enter = async (person = cast.ann, scope = 'read') =>
  (await exchange(roost, elk, await letIn(person, elk, { scope }))).body.access_token;
const listed = async (person = cast.ann) => (await person.web.get<ConnectedApp[]>(APPS)).body;

describe('connected apps', () => {
  it('are listed with what they may do, once for each app', async () => {
    const first = await enter();
    await enter(cast.ann, 'write:statuses read');
    await enter(cast.ben);
    await cast.ann.withToken(first).get('/api/v1/apps/verify_credentials');
    const app = (await listed()).find(({ id }) => id === elk.id);
    expect(app).toEqual({
      id: elk.id,
      name: 'Elk',
      website: 'https://elk.example/',
      scopes: ['read', 'write:statuses'],
      tokens: 2,
      created_at: expect.stringMatching(/\.\d{3}Z$/),
      last_used_at: expect.stringMatching(/\.\d{3}Z$/),
    });
  });

  it('end at once with all they hold, for this person and nobody else', async () => {
    const [one, two, bens] = [await enter(), await enter(), await enter(cast.ben)];
    const waiting = await letIn(cast.ann, elk);
    expect((await cast.ann.web.delete(`${APPS}/${elk.id}`)).status).toBe(204);
    for (const token of [one, two])
      expect((await cast.ann.withToken(token).get('/api/v1/apps/verify_credentials')).status).toBe(401);
    expect((await exchange(roost, elk, waiting)).status).toBe(400);
    expect((await cast.ben.withToken(bens).get('/api/v1/apps/verify_credentials')).status).toBe(200);
    expect((await listed()).map(({ id }) => id)).not.toContain(elk.id);
    const { rows } = await roost.db.query<{ payload: object; actor_id: string }>(
      `select p.payload, e.actor_id from journal_entry e join journal_payload p using (seq) where e.type = 'token.revoked' order by seq desc limit 1`,
    );
    expect(rows[0]).toEqual({ actor_id: cast.ann.id, payload: { account_id: cast.ann.id, reason: 'revoked' } });
  });

  it('are cut off from their streams at once', async () => {
    const token = await enter();
    const socket = new WebSocket(`${roost.url.replace(/^http/, 'ws')}/api/v1/streaming?stream=user`, [token]);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    expect((await cast.ann.web.delete(`${APPS}/${elk.id}`)).status).toBe(204);
    await closed;
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });

  it('do not exist when they were never let in, or are let go already', async () => {
    await enter(cast.ben);
    await enter();
    expect((await cast.ann.web.delete(`${APPS}/${elk.id}`)).status).toBe(204);
    for (const id of [elk.id, '1', 'none']) expect((await cast.ann.web.delete(`${APPS}/${id}`)).status).toBe(404);
    expect((await listed(cast.ben)).map(({ id }) => id)).toContain(elk.id);
  });

  it('are a matter of our own pages: no app sees or ends another', async () => {
    expect((await cast.ann.get(APPS)).status).toBe(403);
    expect((await cast.ann.delete(`${APPS}/${elk.id}`)).status).toBe(403);
    expect((await roost.anonymous.get(APPS)).status).toBe(401);
  });
});
