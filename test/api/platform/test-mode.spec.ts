import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account, MediaAttachment, Status } from '@roost/contracts';
import { type Person, type Roost, startRoost, startServer } from '@roost/test-kit';
import { signedIn } from '../people/support.js';

const ADMIN = { ROOST_TEST_ADMIN: 'ada.l@company.example:a good word' };
/** What a proxy that ends TLS on this machine adds. */
const PROXY = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'social.company.test' };
const HOME = 'https://social.company.test';

let roost: Roost;
let ann: Person;
beforeAll(async () => {
  roost = await startRoost(ADMIN);
  ann = await roost.person({ handle: 'ann' });
});
afterAll(() => roost.stop());

describe('test mode behind a proxy of this machine', () => {
  const get = async <Body>(path: string, query = {}) => (await ann.get<Body>(path, query, { headers: PROXY })).body;

  it('names the address that the proxy was asked under, in every answer', async () => {
    const form = new FormData();
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    form.append('file', new Blob([Buffer.from(dot, 'base64')], { type: 'image/png' }), 'dot.png');
    const media = (await ann.post<MediaAttachment>('/api/v2/media', form, { headers: PROXY })).body;
    expect(media.url).toMatch(/^https:\/\/social\.company\.test\/media\//);
    const posted = await ann.post<Status>(
      '/api/v1/statuses',
      { status: 'Hello @ann@social.company.test #dock', media_ids: [media.id] },
      { headers: PROXY },
    );
    const status = posted.body;
    expect(status.mentions.map(({ url }) => url)).toEqual([`${HOME}/@ann`]);
    const account = await get<Account>(`/api/v1/accounts/${ann.id}`);
    for (const url of [account.url, account.avatar, account.header, status.url, status.uri, status.tags[0]?.url])
      expect(new URL(url ?? '').origin).toBe(HOME);
    expect(status.content).toContain(`href="${HOME}/@ann"`);
    expect(JSON.stringify([account, status, media])).not.toContain('localhost');
  });

  it('keeps to it in links, instance and discovery', async () => {
    for (let n = 0; n < 2; n++) await ann.publishes(`Post ${n}`);
    const page = await ann.get('/api/v1/timelines/home', { limit: 1 }, { headers: PROXY });
    expect(page.headers.get('link')).toMatch(/^<https:\/\/social\.company\.test\/api\/v1\/timelines\/home\?/);
    const instance = await get<{ domain: string; configuration: { urls: { streaming: string } }; thumbnail: { url: string } }>(
      '/api/v2/instance',
    );
    expect(instance.domain).toBe('social.company.test');
    expect(instance.configuration.urls.streaming).toBe('wss://social.company.test');
    const metadata = await get<Record<string, string>>('/.well-known/oauth-authorization-server');
    expect([metadata.issuer, metadata.token_endpoint]).toEqual([`${HOME}/`, `${HOME}/oauth/token`]);
    expect(JSON.stringify([instance, metadata, await get('/.well-known/nodeinfo')])).not.toContain('localhost');
    const found = await get<{ statuses: Status[] }>('/api/v2/search', {
      q: (await get<Status[]>('/api/v1/timelines/home'))[0]?.url,
      resolve: true,
    });
    expect(found.statuses).toHaveLength(1);
  });

  it('takes its own pages for its own there', async () => {
    const answer = await roost.anonymous.post(
      '/api/roost/v1/sessions',
      { email: 'ada.l@company.example', password: 'a good word' },
      { headers: { ...PROXY, origin: HOME } },
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toContain('__Host-');
  });

  it('goes by its own address for who comes without a proxy', async () => {
    expect((await ann.get<Account>(`/api/v1/accounts/${ann.id}`)).body.url).toBe(`${roost.url}/@ann`);
  });

  it('is deaf to such headers outside test mode', async () => {
    const real = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: { ROOST_TEST_MODE: '0' } });
    const answer = await fetch(`${real.url}/.well-known/oauth-authorization-server`, { headers: PROXY });
    const metadata = (await answer.json()) as { issuer: string };
    await real.stop();
    expect(metadata.issuer).toBe(`${real.url}/`);
  });
});

describe('the administrator of a test suite', () => {
  it('is there from the start, and signs in', async () => {
    const web = await signedIn(roost, 'ada.l@company.example', 'a good word');
    expect((await web.get('/api/roost/v1/settings')).status).toBe(200);
    const { rows } = await roost.db.query<{ handle: string }>(`select handle from account where role = 'administrator'`);
    expect(rows).toEqual([{ handle: 'ada_l' }]);
  });

  it('is made once, with the password of the last start; a taken handle gets a number', async () => {
    const start = (ROOST_TEST_ADMIN: string) =>
      startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: { ROOST_TEST_ADMIN } });
    await (await start('ada.l@company.example:another word')).stop();
    await signedIn(roost, 'ada.l@company.example', 'another word');
    await (await start('ann@localhost:her word')).stop();
    const { rows } = await roost.db.query<{ handle: string }>(
      `select handle from account where role = 'administrator' order by id`,
    );
    expect(rows.map(({ handle }) => handle)).toEqual(['ada_l', 'ann_2']);
  });

  it('is refused outside test mode, with a sentence that says why', async () => {
    const start = startServer({
      databaseUrl: roost.databaseUrl,
      ownerUrl: roost.ownerUrl,
      env: { ...ADMIN, ROOST_TEST_MODE: '0' },
    });
    await expect(start).rejects.toThrow(/ROOST_TEST_ADMIN works in test mode only/);
  });

  it('is refused under an address of the network', async () => {
    const start = startServer({
      databaseUrl: roost.databaseUrl,
      ownerUrl: roost.ownerUrl,
      env: { ...ADMIN, ROOST_PUBLIC_URL: 'https://roost.company.example' },
    });
    await expect(start).rejects.toThrow(/ROOST_TEST_MODE switches protections off/);
  });
});
