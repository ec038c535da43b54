import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Instance, InstanceV1, LIMITS } from '@roost/contracts';
import { type Person, type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
let ann: Person;
beforeAll(async () => {
  roost = await startRoost();
  ann = await roost.person({ handle: 'ann' });
  await ann.publishes('one');
  await roost.person({ handle: 'waits', state: 'waiting' });
});
afterAll(() => roost.stop());

describe('the instance documents', () => {
  it('answer anybody, in the shapes that apps decode', async () => {
    const v2 = await roost.anonymous.get<Instance>('/api/v2/instance');
    expect(v2.status).toBe(200);
    expect(Instance.strict().parse(v2.body)).toEqual(v2.body);
    const v1 = await roost.anonymous.get<InstanceV1>('/api/v1/instance');
    expect(InstanceV1.strict().parse(v1.body)).toEqual(v1.body);
    expect(v1.body.stats).toEqual({ user_count: 1, status_count: 1, domain_count: 1 });
    expect(v2.body.version).toMatch(/^4\.4\.0 \(compatible; Roost \d+\.\d+/);
    expect(v2.body.domain).toBe(new URL(roost.url).host);
  });

  it('say the limits that the server keeps', async () => {
    const { body } = await roost.anonymous.get<Instance>('/api/v2/instance');
    expect(body.configuration.statuses).toEqual({
      max_characters: LIMITS.statusCharacters,
      max_media_attachments: LIMITS.mediaPerStatus,
      characters_reserved_per_url: LIMITS.charactersPerUrl,
    });
    expect(body.configuration.media_attachments.image_size_limit).toBe(LIMITS.imageBytes);
    expect((await roost.anonymous.get<InstanceV1>('/api/v1/instance')).body.max_toot_chars).toBe(140);
  });

  it('say that the house is closed', async () => {
    const { body } = await roost.anonymous.get<Instance>('/api/v2/instance');
    expect(body.configuration.timelines_access.live_feeds).toEqual({ local: 'authenticated', remote: 'disabled' });
    expect(body.configuration.limited_federation).toBe(true);
    expect(body.registrations).toMatchObject({ enabled: true, url: null });
  });

  it('show the name and the way of joining that an administrator chose', async () => {
    await roost.db.query(`insert into setting (key, value) values ('site_name', '"Perch"'), ('registration', '"approval"')`);
    const { body } = await roost.anonymous.get<Instance>('/api/v2/instance');
    expect(body.title).toBe('Perch');
    expect(body.registrations).toMatchObject({ enabled: true, approval_required: true, url: `${roost.url}/sign-up` });
  });

  it.each(['rules', 'peers', 'activity', 'domain_blocks'])('list no %s', async (name) => {
    expect((await roost.anonymous.get(`/api/v1/instance/${name}`)).body).toEqual([]);
  });

  it('have the smaller documents that apps ask for', async () => {
    expect((await roost.anonymous.get('/api/v1/custom_emojis')).body).toEqual([]);
    expect((await roost.anonymous.get('/api/v1/instance/extended_description')).body).toEqual({
      updated_at: '1970-01-01T00:00:00.000Z',
      content: '',
    });
    expect((await roost.anonymous.get('/api/v1/instance/translation_languages')).body).toEqual({});
    expect((await roost.anonymous.get('/api/v1/instance/terms_of_service')).status).toBe(404);
    expect((await roost.anonymous.get('/api/v2/instance/')).status).toBe(200);
  });
});

describe('what Roost has nothing of', () => {
  it.each([
    'v1/lists',
    'v2/filters',
    'v1/filters',
    'v1/announcements',
    'v1/trends/tags',
    'v1/conversations',
    'v1/scheduled_statuses',
    'v1/featured_tags',
    'v2/suggestions',
    'v1/domain_blocks',
    'v1/notifications/requests',
  ])('is an empty list to apps that ask for %s', async (path) => {
    expect(await ann.get(`/api/${path}`)).toMatchObject({ status: 200, body: [] });
    expect((await roost.anonymous.get(`/api/${path}`)).status).toBe(401);
  });
});

describe('nodeinfo', () => {
  it('leads to a document that names Roost and the API it speaks', async () => {
    const links = await roost.anonymous.get<{ links: { href: string }[] }>('/.well-known/nodeinfo');
    const document = await roost.anonymous.get<{ software: { name: string }; metadata: unknown; openRegistrations: boolean }>(
      links.body.links[0]!.href,
    );
    expect(document.body.software.name).toBe('roost');
    expect(document.body.openRegistrations).toBe(true);
    expect(document.body.metadata).toMatchObject({ upstream: { name: 'mastodon' } });
    expect(document.headers.get('content-type')).toContain('profile="http://nodeinfo.diaspora.software/ns/schema/2.0#"');
    expect(document.headers.get('access-control-allow-origin')).toBe('*');
  });
});
