import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthorizationAnswer, type AuthorizationPreview, type CredentialApplication, OUT_OF_BAND } from '@roost/contracts';
import { type Cast, type Roost, startRoost } from '@roost/test-kit';
import { anApp, CALLBACK, exchange, letIn, pkce } from './support.js';

let roost: Roost;
let cast: Cast;
let app: CredentialApplication;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  app = await anApp(roost);
});
afterAll(() => roost.stop());

const PREVIEW = '/api/roost/v1/authorizations/preview';
const DECIDE = '/api/roost/v1/authorizations';

describe('being asked to let an app in', () => {
  it('shows which app wants what, and who would let it in', async () => {
    const { status, body } = await cast.ann.web.get<AuthorizationPreview>(PREVIEW, {
      client_id: app.client_id,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'read write:statuses',
      state: 'x',
      force_login: 'false',
      lang: 'fr',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      app: { name: 'Elk', website: null },
      scopes: ['read', 'write:statuses'],
      redirect_uri: CALLBACK,
      account: { username: 'ann' },
    });
  });

  it('names the app to who has yet to sign in, and nobody else to an app', async () => {
    for (const client of [roost.anonymous, cast.ann]) {
      const { status, body } = await client.get<AuthorizationPreview>(PREVIEW, {
        client_id: app.client_id,
        redirect_uri: CALLBACK,
      });
      expect([status, body.app.name, body.account]).toEqual([200, 'Elk', null]);
    }
  });

  it.each([
    ['an app nobody knows', { client_id: 'nobody' }, 'authorization.unknown_app'],
    ['an app id that is no text', { client_id: '\u0000' }, 'authorization.unknown_app'],
    ['an address that was not registered', { redirect_uri: `${CALLBACK}/more` }, 'authorization.wrong_redirect'],
    ['an address that only looks alike', { redirect_uri: `${CALLBACK}?x=1` }, 'authorization.wrong_redirect'],
    ['a token without a code', { response_type: 'token' }, 'authorization.wrong_response_type'],
    ['more than was registered', { scope: 'read admin:write' }, 'authorization.wrong_scope'],
    ['a plain challenge', { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }, 'authorization.wrong_challenge'],
    ['a challenge without its method', { code_challenge: 'x'.repeat(43) }, 'authorization.wrong_challenge'],
  ])('is refused with a sentence for %s', async (_, fields, code) => {
    const query = { client_id: app.client_id, redirect_uri: CALLBACK, response_type: 'code', ...fields };
    const preview = await cast.ann.web.get<{ code: string; error: string }>(PREVIEW, query);
    expect([preview.status, preview.body.code]).toEqual([422, code]);
    expect(preview.body.error).toMatch(/\w+ \w+.*\.$/);
    const decision = await cast.ann.web.post<{ code: string }>(DECIDE, { ...query, approve: true });
    expect([decision.status, decision.body.code]).toEqual([422, code]);
  });

  it('is for a person in our own web client: no app lets another in, and no other site does', async () => {
    const body = { client_id: app.client_id, redirect_uri: CALLBACK, approve: true };
    expect((await cast.ann.post(DECIDE, body)).status).toBe(403);
    expect((await roost.anonymous.post(DECIDE, body)).status).toBe(401);
    const foreign = await cast.ann.web.post<{ code: string }>(DECIDE, body, { headers: { origin: 'https://evil.example' } });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_origin']);
  });

  it('sends a no back to the app, without a code', async () => {
    const { body } = await cast.ann.web.post<{ redirect: string }>(DECIDE, {
      client_id: app.client_id,
      redirect_uri: CALLBACK,
      state: 'a&b=c',
      approve: false,
    });
    const url = new URL(body.redirect);
    expect(url.origin + url.pathname).toBe(CALLBACK);
    expect([...url.searchParams.keys()]).toEqual(['error', 'error_description', 'state']);
    expect(url.searchParams.get('error')).toBe('access_denied');
    expect(url.searchParams.get('state')).toBe('a&b=c');
  });

  it('serves its page to a browser, and its API paths to nobody else', async () => {
    const page = await roost.anonymous.get<string>('/oauth/authorize', { client_id: app.client_id, redirect_uri: CALLBACK });
    expect(page.headers.get('content-type')).toMatch(/text\/html/);
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect((await roost.anonymous.get('/oauth/nothing')).headers.get('content-type')).toMatch(/json/);
  });
});

describe('signing in to an app', () => {
  it('gives a token that acts for the person within its scopes', async () => {
    const token = await exchange(roost, app, await letIn(cast.ann, app, { scope: 'read:follows' }));
    expect(token.status).toBe(200);
    expect(token.headers.get('cache-control')).toBe('no-store');
    expect(token.body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      scope: 'read:follows',
      created_at: expect.any(Number),
    });
    const client = cast.ann.withToken(token.body.access_token);
    expect((await client.get('/api/v1/follow_requests')).status).toBe(200);
    expect((await client.get('/api/v1/blocks')).status).toBe(403);
    const { rows } = await roost.db.query<{ payload: object }>(
      `select p.payload from journal_entry e join journal_payload p using (seq) where e.type = 'token.issued' order by seq desc limit 1`,
    );
    expect(rows[0]?.payload).toEqual({ account_id: cast.ann.id, app_id: app.id, app_name: 'Elk', scopes: ['read:follows'] });
  });

  it('returns to apps with schemes of their own, and with their state', async () => {
    const ivory = await anApp(roost, { redirect_uris: 'com.tapbots.Ivory.10217:/request_token/4E5F' });
    const { body } = await cast.ben.web.post<{ redirect: string }>(DECIDE, {
      client_id: ivory.client_id,
      redirect_uri: ivory.redirect_uri,
      response_type: 'code',
      state: 'é 1',
      approve: 'true',
    });
    expect(body.redirect).toMatch(/^com\.tapbots\.Ivory\.10217:\/request_token\/4E5F\?code=[\w-]{43}&state=%C3%A9%201$/);
    const code = new URL(body.redirect).searchParams.get('code') ?? '';
    expect((await exchange(roost, ivory, code)).status).toBe(200);
  });

  it('shows the code when the app has no address', async () => {
    const toot = await anApp(roost, { redirect_uris: OUT_OF_BAND });
    const { body } = await cast.ben.web.post<AuthorizationAnswer>(DECIDE, {
      client_id: toot.client_id,
      redirect_uri: OUT_OF_BAND,
      scope: 'read',
      approve: true,
    });
    expect(Object.keys(body)).toEqual(['code']);
    expect((await exchange(roost, toot, await letIn(cast.ben, toot))).status).toBe(200);
  });

  it('takes the secret by Basic too, and every encoding of a body', async () => {
    const fields = { grant_type: 'authorization_code', redirect_uri: CALLBACK };
    const basic = `Basic ${Buffer.from(`${app.client_id}:${app.client_secret}`).toString('base64')}`;
    const byBasic = await roost.anonymous.post(
      '/oauth/token',
      new URLSearchParams({ ...fields, code: await letIn(cast.ann, app) }),
      { headers: { authorization: basic } },
    );
    expect(byBasic.status).toBe(200);
    const form = new FormData();
    const all = { ...fields, client_id: app.client_id, client_secret: app.client_secret, code: await letIn(cast.ann, app) };
    for (const [name, value] of Object.entries(all)) form.append(name, value);
    expect((await roost.anonymous.post('/oauth/token', form)).status).toBe(200);
  });

  it('needs no secret with PKCE, and then the right verifier', async () => {
    const { verifier, challenge } = pkce();
    const asked = { code_challenge: challenge, code_challenge_method: 'S256' };
    const publicClient = { client_secret: undefined };
    const right = await exchange(roost, app, await letIn(cast.ann, app, asked), { ...publicClient, code_verifier: verifier });
    expect(right.status).toBe(200);
    for (const code_verifier of [pkce().verifier, challenge, undefined]) {
      const code = await letIn(cast.ann, app, asked);
      const wrong = await exchange(roost, app, code, { ...publicClient, code_verifier });
      expect([wrong.status, wrong.body.error]).toEqual([400, 'invalid_grant']);
      // The secret does not make up for it, and the attempt used the code up.
      const late = await exchange(roost, app, code, { code_verifier: verifier });
      expect([late.status, late.body.error]).toEqual([400, 'invalid_grant']);
    }
  });

  it('needs the secret without PKCE', async () => {
    const code = await letIn(cast.ann, app);
    for (const client_secret of [undefined, 'wrong', '']) {
      const answer = await exchange(roost, app, code, { client_secret });
      expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
      expect(answer.body.error_description).toMatch(/\w/);
    }
    expect((await exchange(roost, app, code)).status).toBe(200);
  });

  it('works once; a second use ends what the first one gave', async () => {
    const code = await letIn(cast.ben, app);
    const first = await exchange(roost, app, code);
    const client = cast.ben.withToken(first.body.access_token);
    expect((await client.get('/api/v1/apps/verify_credentials')).status).toBe(200);
    const second = await exchange(roost, app, code);
    expect([second.status, second.body.error]).toEqual([400, 'invalid_grant']);
    expect((await client.get('/api/v1/apps/verify_credentials')).status).toBe(401);
  });

  it('gives one token at most when a code is used many times at once', async () => {
    const code = await letIn(cast.ben, app);
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(roost, app, code)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 400)).toHaveLength(7);
  });

  it('refuses codes that are late, unknown, of another app, or meant for another address', async () => {
    const refused = async (code: string, fields: Record<string, unknown> = {}, client = app) => {
      const answer = await exchange(roost, client, code, fields);
      return [answer.status, answer.body.error];
    };
    expect(await refused('unknown')).toEqual([400, 'invalid_grant']);
    expect(await refused(await letIn(cast.ann, app), { redirect_uri: 'https://evil.example' })).toEqual([400, 'invalid_grant']);
    expect(await refused(await letIn(cast.ann, app), { redirect_uri: undefined })).toEqual([400, 'invalid_grant']);
    expect(await refused(await letIn(cast.ann, app), {}, await anApp(roost))).toEqual([400, 'invalid_grant']);
    const late = await letIn(cast.ann, app);
    await roost.db.query('update oauth_code set expires_at = now()');
    expect(await refused(late)).toEqual([400, 'invalid_grant']);
  });

  it('refuses a person who was suspended meanwhile', async () => {
    const zoe = await roost.person({ handle: 'zoe' });
    const code = await letIn(zoe, app);
    await roost.db.query(`update account set state = 'suspended' where id = $1`, [zoe.id]);
    expect((await exchange(roost, app, code)).status).toBe(400);
  });

  it('keeps nothing in the database that would open an account', async () => {
    const code = await letIn(cast.ann, app);
    const { rows } = await roost.db.query<{ found: boolean }>(
      `select exists (select from oauth_code c where position($1::bytea in c.code_hash) > 0) as found`,
      [Buffer.from(code)],
    );
    expect(rows[0]?.found).toBe(false);
    const { body } = await exchange(roost, app, code);
    const hashed = await roost.db.query('select 1 from oauth_token where token_hash = sha256($1)', [
      Buffer.from(body.access_token),
    ]);
    expect(hashed.rowCount).toBe(1);
  });
});
