import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorBody, Instance, SearchV1, Tag } from '@roost/contracts';
import { type Cast, type Roost, startRoost, until } from '@roost/test-kit';
import { NOT_FOUND, refusal } from '../posts/support.js';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

describe('what a post has elsewhere', () => {
  it('is not translated, and says so as Mastodon does', async () => {
    const post = await cast.ann.publishes('bonjour');
    const answer = await cast.ben.post<ErrorBody>(`/api/v1/statuses/${post.id}/translate`);
    expect(refusal(answer)).toEqual({ status: 503, code: 'status.translation_off', error: 'Service Unavailable' });
    const secret = await cast.ann.publishes('secret', { visibility: 'direct' });
    expect(refusal(await cast.ben.post<ErrorBody>(`/api/v1/statuses/${secret.id}/translate`))).toEqual(NOT_FOUND);
  });

  it('has no card', async () => {
    const post = await cast.ann.publishes('https://company.example/');
    expect(await cast.ben.get(`/api/v1/statuses/${post.id}/card`)).toMatchObject({ status: 200, body: {} });
    expect(refusal(await cast.cleo.get<ErrorBody>(`/api/v1/statuses/${post.id}/card`))).toEqual(NOT_FOUND);
  });
});

describe('other servers', () => {
  it('are none: lists of them are empty, and blocking one changes nothing', async () => {
    for (const path of ['peers', 'activity', 'domain_blocks', 'rules'])
      expect((await roost.anonymous.get(`/api/v1/instance/${path}`)).body).toEqual([]);
    expect((await cast.ben.post('/api/v1/domain_blocks', { domain: 'elsewhere.example' })).body).toEqual({});
    expect((await cast.ben.get('/api/v1/domain_blocks')).body).toEqual([]);
    expect((await cast.ben.get('/api/v1/domain_blocks/preview', { domain: 'elsewhere.example' })).body).toEqual({
      following_count: 0,
      followers_count: 0,
    });
    expect(await cast.ben.delete('/api/v1/domain_blocks', { domain: 'elsewhere.example' })).toMatchObject({
      status: 200,
      body: {},
    });
    expect((await roost.anonymous.get('/api/v1/domain_blocks')).status).toBe(401);
  });
});

describe('addresses that every server has', () => {
  it('lead from the host to webfinger', async () => {
    const answer = await roost.anonymous.get<string>('/.well-known/host-meta');
    expect(answer.headers.get('content-type')).toBe('application/xrd+xml; charset=utf-8');
    expect(answer.body).toContain(`template="${roost.url}/.well-known/webfinger?resource={uri}"`);
  });

  it('tell colleagues whose a name is, and strangers nothing at all', async () => {
    const { domain } = (await roost.anonymous.get<Instance>('/api/v2/instance')).body;
    const resource = `acct:ann@${domain}`;
    const known = await cast.ben.get<{ subject: string; aliases: string[] }>('/.well-known/webfinger', { resource });
    expect(known.headers.get('content-type')).toBe('application/jrd+json; charset=utf-8');
    expect(known.body).toMatchObject({ subject: resource, aliases: [`${roost.url}/@ann`] });
    expect((await cast.ben.get('/.well-known/webfinger', { resource: `${roost.url}/@ann` })).body).toEqual(known.body);
    for (const odd of ['', 'acct:nobody@localhost', 'acct:ann@elsewhere.example', 'acct:', 'mailto:ann', 'x'.repeat(400)])
      expect((await cast.ben.get('/.well-known/webfinger', { resource: odd })).status).toBe(404);
    const strangers = [resource, `acct:nobody@${domain}`].map(async (asked) =>
      refusal(await roost.anonymous.get<ErrorBody>('/.well-known/webfinger', { resource: asked })),
    );
    expect(await Promise.all(strangers)).toEqual([NOT_FOUND, NOT_FOUND]);
  });

  it('say that all is well in one word', async () => {
    const answer = await roost.anonymous.get<string>('/health');
    expect([answer.status, answer.body, answer.headers.get('content-type')]).toEqual([200, 'OK', 'text/plain; charset=utf-8']);
  });
});

describe('older ways', () => {
  it('find hashtags by name', async () => {
    await cast.ann.publishes('#Searchable');
    const { body } = await cast.ben.get<SearchV1>('/api/v1/search', { q: 'searchable', type: 'hashtags' });
    expect(body).toEqual({ accounts: [], statuses: [], hashtags: ['searchable'] });
    expect((await roost.anonymous.get('/api/v1/search', { q: 'x' })).status).toBe(401);
  });

  it('confirm an address that is confirmed', async () => {
    expect(await cast.ben.post('/api/v1/emails/confirmations')).toMatchObject({ status: 200, body: {} });
    expect((await roost.anonymous.post('/api/v1/emails/confirmations')).status).toBe(401);
  });

  it('dismiss the notification that the body names', async () => {
    await cast.ben.publishes('@ann look');
    const [notification] = await until(async () => {
      const { body } = await cast.ann.get<{ id: string }[]>('/api/v1/notifications');
      return body.length > 0 && body;
    });
    expect((await cast.ben.post('/api/v1/notifications/dismiss', { id: notification?.id })).status).toBe(404);
    expect((await cast.ann.post('/api/v1/notifications/dismiss', { id: notification?.id })).body).toEqual({});
    expect((await cast.ann.post('/api/v1/notifications/dismiss', {})).status).toBe(404);
  });
});

describe('what Roost does not have', () => {
  it.each([
    '/api/oembed',
    '/api/v1/collections',
    '/api/v1/annual_reports',
    '/api/v1_alpha/async_refreshes/1',
    '/api/v1/statuses/1/quotes',
    '/api/v1/instance/terms_of_service',
    '/api/v1/instance/terms_of_service/2026-01-01',
    '/api/v1/disputes',
    '/api/proofs',
  ])('is not found at %s, in JSON', async (path) => {
    const answer = await cast.ben.get<ErrorBody>(path);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect([answer.status, answer.body.error]).toEqual([404, 'Record not found']);
  });
});

describe('trends', () => {
  it('are tags that several people wrote about in public this week, the same for everybody', async () => {
    await cast.ann.publishes('#Lunch #alone');
    await cast.ann.publishes('#alone again');
    await cast.ben.publishes('#lunch');
    await cast.max.publishes('#lunch #Dock');
    await cast.ann.publishes('#dock');
    await cast.ann.publishes('#hidden', { visibility: 'private' });
    await cast.ben.publishes('#hidden', { visibility: 'unlisted' });
    await cast.max.publishes('#old');
    await cast.ben.publishes('#old');
    const { body } = await cast.ada.get<Tag[]>('/api/v1/trends/tags');
    expect(body.map((tag) => tag.name)).toEqual(['lunch', 'old', 'dock']);
    expect(body[0]?.history[0]).toMatchObject({ uses: '3', accounts: '3' });
    expect((await cast.cleo.get<Tag[]>('/api/v1/trends', { limit: 1, offset: 1 })).body.map((tag) => tag.name)).toEqual(['old']);
    expect((await cast.ben.get('/api/v1/trends/tags', { offset: 50 })).body).toEqual([]);
    for (const kind of ['statuses', 'links']) expect((await cast.ben.get(`/api/v1/trends/${kind}`)).body).toEqual([]);
    expect((await roost.anonymous.get('/api/v1/trends/tags')).status).toBe(401);
  });
});
