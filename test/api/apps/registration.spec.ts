import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Application, CredentialApplication } from '@roost/contracts';
import { type Answer, type Person, type Roost, startRoost } from '@roost/test-kit';
import { anApp } from './support.js';

let roost: Roost;
let ann: Person;
beforeAll(async () => {
  roost = await startRoost();
  ann = await roost.person({ handle: 'ann' });
});
afterAll(() => roost.stop());

const register = (body: unknown): Promise<Answer<CredentialApplication>> => roost.anonymous.post('/api/v1/apps', body);

describe('registering an app', () => {
  it('answers with everything that apps read', async () => {
    const { status, body } = await register({
      client_name: 'Ice Cubes',
      redirect_uris: 'icecubesapp://',
      scopes: 'read write',
      website: 'https://icecubes.example',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Ice Cubes',
      website: 'https://icecubes.example',
      scopes: ['read', 'write'],
      redirect_uris: ['icecubesapp://'],
      redirect_uri: 'icecubesapp://',
      client_secret_expires_at: 0,
    });
    expect(CredentialApplication.parse(body)).toEqual(body);
    expect(body.client_secret).not.toBe(body.client_id);
    const { rows } = await roost.db.query<{ secret: string }>(
      'select encode(secret_hash, $1) as secret from oauth_app where id = $2',
      ['escape', body.id],
    );
    expect(rows[0]?.secret).not.toContain(body.client_secret);
  });

  it('takes JSON, a form, a multipart form and the query alike', async () => {
    const fields = { client_name: 'Ivory', redirect_uris: 'com.tapbots.Ivory.10217:/request_token/4E5F', scopes: 'read' };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const answers = [
      await register(fields),
      await register(new URLSearchParams(fields)),
      await register(form),
      await roost.anonymous.post<CredentialApplication>('/api/v1/apps', undefined, { query: fields }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body.redirect_uris).toEqual(['com.tapbots.Ivory.10217:/request_token/4E5F']);
    }
  });

  it('takes several addresses, as a list or line by line', async () => {
    const both = ['https://a.example/cb', 'urn:ietf:wg:oauth:2.0:oob'];
    expect((await register({ client_name: 'A', redirect_uris: both })).body.redirect_uris).toEqual(both);
    expect((await register({ client_name: 'A', redirect_uris: both.join('\r\n') })).body.redirect_uris).toEqual(both);
    expect(
      (await register(new URLSearchParams([['client_name', 'A'], ...both.map((uri) => ['redirect_uris[]', uri])]))).body
        .redirect_uris,
    ).toEqual(both);
  });

  it('ignores scopes it has no word for, and gives reading when none is asked', async () => {
    expect((await anApp(roost, { scopes: 'read quux admin:read:ip_blocks follow' })).scopes).toEqual(['read', 'follow']);
    expect((await anApp(roost, { scopes: undefined })).scopes).toEqual(['read']);
  });

  it.each([
    ['no name', { redirect_uris: 'https://a.example' }],
    ['a blank name', { client_name: ' \u200b ', redirect_uris: 'https://a.example' }],
    ['no address', { client_name: 'A' }],
    ['a blank address', { client_name: 'A', redirect_uris: ' \n ' }],
    ['a script as address', { client_name: 'A', redirect_uris: 'javascript:alert(1)' }],
    ['one bad address among good ones', { client_name: 'A', redirect_uris: ['https://a.example', 'data:text/html,x'] }],
    ['a website that is none', { client_name: 'A', redirect_uris: 'https://a.example', website: 'javascript:alert(1)' }],
    ['a name without end', { client_name: 'A'.repeat(500), redirect_uris: 'https://a.example' }],
  ])('refuses %s', async (_, body) => {
    const answer = await roost.anonymous.post<{ error: string }>('/api/v1/apps', body);
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatch(/^Validation failed/);
  });

  it('keeps out what nobody can see in a name, and what the database cannot take', async () => {
    const app = await anApp(roost, { client_name: 'Pho\u202Enpy\u0000  \n app' });
    expect(app.name).toBe('Pho npy app');
  });
});

describe('the app behind a token', () => {
  it('is told to the app itself and to the person it acts for', async () => {
    for (const token of [ann.token, await roost.token(null, ['read'])]) {
      const { status, body } = await ann.withToken(token).get<Application>('/api/v1/apps/verify_credentials');
      expect([status, body.name]).toEqual([200, 'Tests']);
      expect(body).not.toHaveProperty('client_secret');
    }
    expect((await roost.anonymous.get('/api/v1/apps/verify_credentials')).status).toBe(401);
    expect((await ann.web.get('/api/v1/apps/verify_credentials')).status).toBe(404);
  });
});
