import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CredentialApplication, SCOPES, type Token, type UserInfo } from '@roost/contracts';
import { type Cast, Client, type Roost, startRoost, startServer } from '@roost/test-kit';
import { GOOD_PASSWORD, newcomer, openDoor } from '../people/support.js';
import { anApp, exchange, letIn } from './support.js';

let roost: Roost;
let cast: Cast;
let app: CredentialApplication;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  app = await anApp(roost);
});
afterAll(() => roost.stop());

type OAuthAnswer = Token & { error?: string; error_description?: string };
const ask = (body: Record<string, unknown>) =>
  roost.anonymous.post<OAuthAnswer>('/oauth/token', { client_id: app.client_id, client_secret: app.client_secret, ...body });

describe('the token endpoint', () => {
  it('gives an app a token of its own, which is nobody', async () => {
    const { status, body } = await ask({ grant_type: 'client_credentials', scope: 'read write' });
    expect(status).toBe(200);
    expect(body.scope).toBe('read write');
    const client = cast.ann.withToken(body.access_token);
    expect((await client.get('/api/v1/apps/verify_credentials')).status).toBe(200);
    const personal = await client.get<{ error: string }>('/api/v1/blocks');
    expect([personal.status, personal.body.error]).toEqual([422, 'This method requires an authenticated user']);
  });

  it.each([
    ['no grant type', {}, 400, 'invalid_request'],
    ['a grant type nobody knows', { grant_type: 'magic' }, 400, 'unsupported_grant_type'],
    ['a refresh, which there is none of', { grant_type: 'refresh_token', refresh_token: 'x' }, 400, 'unsupported_grant_type'],
    ['no code', { grant_type: 'authorization_code' }, 400, 'invalid_request'],
    ['a code that is no text', { grant_type: 'authorization_code', code: ['a', 'b'] }, 400, 'invalid_request'],
    ['an unknown app', { grant_type: 'client_credentials', client_id: 'nobody' }, 401, 'invalid_client'],
    ['a wrong secret', { grant_type: 'client_credentials', client_secret: 'guess' }, 401, 'invalid_client'],
    ['no secret', { grant_type: 'client_credentials', client_secret: undefined }, 401, 'invalid_client'],
    ['scopes it did not register', { grant_type: 'client_credentials', scope: 'admin:read' }, 400, 'invalid_scope'],
  ])('answers in the words of OAuth to %s', async (_, body, status, error) => {
    const answer = await ask(body);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(answer.body.error_description).toMatch(/\w+ \w+/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('takes a password in test mode, and nowhere else', async () => {
    await openDoor(cast.ada, 'domains', ['company.example']);
    await newcomer(roost, { handle: 'nina', email: 'nina@company.example' });
    for (const username of ['nina', 'Nina@company.example']) {
      const right = await ask({ grant_type: 'password', username, password: GOOD_PASSWORD, scope: 'read' });
      expect([right.status, right.body.scope]).toEqual([200, 'read']);
      const wrong = await ask({ grant_type: 'password', username, password: 'wrong', scope: 'read' });
      expect([wrong.status, wrong.body.error]).toEqual([400, 'invalid_grant']);
    }
    const real = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: { ROOST_TEST_MODE: '0' } });
    const refused = await new Client(real.url).post<OAuthAnswer>('/oauth/token', {
      grant_type: 'password',
      client_id: app.client_id,
      client_secret: app.client_secret,
      username: 'nina',
      password: GOOD_PASSWORD,
    });
    await real.stop();
    expect([refused.status, refused.body.error]).toEqual([400, 'unsupported_grant_type']);
  });
});

describe('revoking', () => {
  const revoke = (token: string, fields: Record<string, unknown> = {}) =>
    roost.anonymous.post<{ error?: string }>('/oauth/revoke', {
      client_id: app.client_id,
      client_secret: app.client_secret,
      token,
      ...fields,
    });

  it('ends a token at once, as often as it is asked', async () => {
    const { access_token } = (await exchange(roost, app, await letIn(cast.ann, app))).body;
    const client = cast.ann.withToken(access_token);
    expect((await client.get('/api/v1/apps/verify_credentials')).status).toBe(200);
    for (let again = 0; again < 2; again++) {
      const answer = await revoke(access_token);
      expect([answer.status, answer.body]).toEqual([200, {}]);
    }
    expect((await client.get<{ error: string }>('/api/v1/apps/verify_credentials')).body.error).toBe(
      'The access token is invalid',
    );
    const { rows } = await roost.db.query(`select 1 from journal_entry where type = 'token.revoked' and actor_id = $1`, [
      cast.ann.id,
    ]);
    expect(rows).toHaveLength(1);
    expect((await revoke('never was')).status).toBe(200);
  });

  it('is for the app that has the token', async () => {
    const { access_token } = (await exchange(roost, app, await letIn(cast.ben, app))).body;
    const other = await anApp(roost);
    for (const fields of [
      { client_id: other.client_id, client_secret: other.client_secret },
      { client_secret: 'wrong' },
      { client_secret: undefined },
      { client_id: 'nobody' },
    ]) {
      const answer = await revoke(access_token, fields);
      expect([answer.status, answer.body.error]).toEqual([403, 'unauthorized_client']);
    }
    expect((await cast.ben.withToken(access_token).get('/api/v1/apps/verify_credentials')).status).toBe(200);
  });
});

describe('discovery', () => {
  it('tells apps where to go, at addresses that answer', async () => {
    const { status, body } = await roost.anonymous.get<Record<string, string | string[]>>(
      '/.well-known/oauth-authorization-server',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_endpoint: `${roost.url}/oauth/token`,
      scopes_supported: [...SCOPES],
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      grant_types_supported: ['authorization_code', 'client_credentials'],
    });
  });

  it('tells who the person is, with their leave', async () => {
    const token = await roost.token(cast.ann.id, ['profile']);
    const { body } = await cast.ann.withToken(token).get<UserInfo>('/oauth/userinfo');
    expect(body).toMatchObject({ iss: `${roost.url}/`, preferred_username: 'ann', name: 'Ann', profile: `${roost.url}/@ann` });
    const reader = cast.ann.withToken(await roost.token(cast.ann.id, ['read']));
    expect((await reader.get('/oauth/userinfo')).status).toBe(403);
  });
});
