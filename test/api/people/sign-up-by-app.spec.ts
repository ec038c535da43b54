import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Token } from '@roost/contracts';
import { type Answer, Client, type Roost, startRoost, startServer } from '@roost/test-kit';
import { GOOD_PASSWORD, signedIn } from './support.js';

let roost: Roost;
let app: Client;
beforeAll(async () => {
  roost = await startRoost();
  app = new Client(roost.url, { authorization: `Bearer ${await roost.token(null, ['read', 'write'])}` });
});
afterAll(() => roost.stop());

type SignUpAnswer = Token & { error: string; details: Record<string, { error: string; description: string }[]> };
const form = (fields: Record<string, unknown>) => ({
  username: 'nina',
  email: 'nina@company.example',
  password: GOOD_PASSWORD,
  agreement: true,
  locale: 'en',
  ...fields,
});
const signUp = (fields: Record<string, unknown>, client = app): Promise<Answer<SignUpAnswer>> =>
  client.post<SignUpAnswer>('/api/v1/accounts', form(fields));

describe('signing up by an app, in test mode', () => {
  it('makes a confirmed person and the token to act for them', async () => {
    const { status, body } = await signUp({});
    expect(status).toBe(200);
    expect(Token.parse(body)).toEqual(body);
    expect(body.scope).toBe('read write');
    const nina = new Client(roost.url, { authorization: `Bearer ${body.access_token}` });
    expect((await nina.get<{ username: string }>('/api/v1/accounts/verify_credentials')).body.username).toBe('nina');
    expect((await nina.post('/api/v1/statuses', { status: 'Here I am' })).status).toBe(200);
    await signedIn(roost, 'nina@company.example');
  });

  it('takes forms, and addresses of this machine', async () => {
    const fields = { ...form({ username: 'Olaf_2', email: 'Olaf@localhost', password: 'olafolaf' }), agreement: 'on' };
    const answer = await app.post('/api/v1/accounts', new URLSearchParams(fields as unknown as Record<string, string>));
    expect(answer.status).toBe(200);
    await signedIn(roost, 'olaf@localhost', 'olafolaf');
  });

  it('names every field that is wrong, with its code and in words', async () => {
    const { status, body } = await signUp({ username: '', email: undefined, password: ['x'], agreement: false });
    expect(status).toBe(422);
    expect(body.error).toBe(
      "Validation failed: Username can't be blank, Email can't be blank, Password can't be blank, Agreement must be accepted",
    );
    expect(body.details).toEqual({
      username: [{ error: 'ERR_BLANK', description: "can't be blank" }],
      email: [{ error: 'ERR_BLANK', description: "can't be blank" }],
      password: [{ error: 'ERR_BLANK', description: "can't be blank" }],
      agreement: [{ error: 'ERR_ACCEPTED', description: 'must be accepted' }],
    });
  });

  it.each([
    ['username', 'a', 'ERR_TOO_SHORT'],
    ['username', 'a'.repeat(31), 'ERR_TOO_LONG'],
    ['username', 'not a handle', 'ERR_INVALID'],
    ['username', 'admin', 'ERR_RESERVED'],
    ['username', 'TAKEN', 'ERR_TAKEN'],
    ['email', 'nobody', 'ERR_INVALID'],
    ['email', 'Taken@company.example', 'ERR_TAKEN'],
    ['password', 'short', 'ERR_TOO_SHORT'],
    ['password', 'x'.repeat(257), 'ERR_TOO_LONG'],
    ['locale', 'no language', 'ERR_INCLUSION'],
    ['reason', 'x'.repeat(1001), 'ERR_TOO_LONG'],
  ])('refuses %s %j: %s', async (field, value, error) => {
    await signUp({ username: 'taken', email: 'taken@company.example' });
    const { status, body } = await signUp({ username: 'someone', email: 'someone@company.example', [field]: value });
    expect([status, Object.keys(body.details), body.details[field]?.[0]?.error]).toEqual([422, [field], error]);
  });

  it('lets one of two at once have the name', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((n) => signUp({ username: 'wanted', email: `${n}@company.example` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  it('is for an app, not for a person or nobody', async () => {
    const ann = await roost.person({ handle: 'ann' });
    expect((await signUp({ username: 'zoe' }, ann)).status).toBe(403);
    expect((await signUp({ username: 'zoe' }, roost.anonymous)).status).toBe(401);
    const reader = new Client(roost.url, { authorization: `Bearer ${await roost.token(null, ['read'])}` });
    expect((await signUp({ username: 'zoe' }, reader)).status).toBe(403);
  });

  it('is announced, and closed everywhere else', async () => {
    type Instance = { registrations: { enabled: boolean } };
    expect((await roost.anonymous.get<Instance>('/api/v2/instance')).body.registrations.enabled).toBe(true);
    const real = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: { ROOST_TEST_MODE: '0' } });
    const token = await roost.token(null, ['read', 'write']);
    const refused = await signUp({ username: 'zoe' }, new Client(real.url, { authorization: `Bearer ${token}` }));
    const instance = await new Client(real.url).get<Instance>('/api/v2/instance');
    await real.stop();
    expect([refused.status, refused.body.error]).toEqual([403, 'This action is not allowed']);
    expect(instance.body.registrations.enabled).toBe(false);
  });
});
