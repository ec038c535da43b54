import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { AppEvents } from './app-clients.js';

describe('server-sent events for apps', () => {
  let roost: Roost;
  let cast: Cast;
  const clients: AppEvents[] = [];

  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => roost.stop());

  const open = async (path: string, headers: Record<string, string> = {}): Promise<AppEvents> => {
    const client = await AppEvents.open(roost.url, path, headers);
    clients.push(client);
    if (client.status === 200) await until(() => client.text.includes(':thump\n'));
    return client;
  };
  const as = (person: Person, path: string): Promise<AppEvents> => open(path, { authorization: `Bearer ${person.token}` });

  it('says that it is there', async () => {
    const answer = await roost.anonymous.get<string>('/api/v1/streaming/health');
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([200, 'text/plain; charset=utf-8', 'OK']);
  });

  it('streams each list under its address, to a token in the header or the query, held back by nobody', async () => {
    const { ann, ben } = cast;
    const [home, company, local, tag, media, remote] = [
      await as(ben, 'user'),
      await as(ben, 'public/'),
      await open(`public/local?access_token=${ben.token}`),
      await as(ben, 'hashtag?tag=DockSwap'),
      await as(ben, 'public?only_media=true'),
      await as(ben, 'public/remote'),
    ];
    expect(home?.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
      'access-control-allow-origin': '*',
    });
    expect(home?.headers['content-encoding']).toBeUndefined();
    const post = await ann.publishes('Meet at the #dockswap');
    for (const stream of [home, company, local, tag]) await until(() => stream.received(post.id));
    await ann.done('DELETE', `/api/v1/statuses/${post.id}`);
    await until(() => home.events.some(({ event, payload }) => event === 'delete' && payload === post.id));
    expect([media.received(post.id), remote.events.length]).toEqual([false, 0]);
    expect(home.text).toMatch(/^:thump\nevent: update\ndata: \{.*\}\n\nevent: delete\ndata: \d+\n\n$/);
    expect(roost.server.output()).not.toContain(ben.token);
  });

  it('brings notifications on their own address and on the one of the person', async () => {
    const { ann, ben, max } = cast;
    const [own, whole, other] = [await as(ann, 'user/notification'), await as(ann, 'user'), await as(max, 'user/notification')];
    const post = await ben.publishes('@ann look');
    await until(() => own.notifications().length > 0 && whole.notifications().length > 0);
    expect(own.notifications()).toMatchObject([{ type: 'mention', status: { id: post.id } }]);
    expect(own.statuses('update')).toEqual([]);
    expect(other.events).toEqual([]);
  });

  it('refuses in HTTP who may not listen, and what there is not', async () => {
    const { ben, otto } = cast;
    const reads = await roost.token(ben.id, ['read:notifications']);
    const statuses = await roost.token(ben.id, ['read:statuses']);
    const answers: [string, string | null, number][] = [
      ['user', null, 401],
      ['user', 'nonsense', 401],
      ['user', otto.token, 401],
      ['user', await roost.token(null, ['read']), 422],
      ['user', reads, 403],
      ['user/notification', reads, 200],
      ['user/notification', statuses, 403],
      ['public', statuses, 200],
      ['hashtag', statuses, 400],
      ['hashtag?tag=', statuses, 400],
      ['nothing', statuses, 404],
    ];
    for (const [path, token, status] of answers) {
      const client = await open(path, token === null ? {} : { authorization: `Bearer ${token}` });
      expect([path, client.status]).toEqual([path, status]);
    }
    expect((await open('user', { cookie: `roost=${ben.cookie}` })).status).toBe(401);
  });

  it('hides what a stranger may not see', async () => {
    const { ann, cleo, max } = cast;
    const [blocked, stranger] = [await as(cleo, 'public'), await as(max, 'hashtag?tag=secret')];
    const open = await ann.publishes('Not for Cleo #secret');
    const followers = await ann.publishes('Not for Max #secret', { visibility: 'private' });
    const end = await cast.ada.publishes('The end #secret');
    for (const client of [blocked, stranger]) await until(() => client.received(end.id));
    expect([blocked.received(open.id), stranger.received(open.id)]).toEqual([false, true]);
    expect([blocked.received(followers.id), stranger.received(followers.id)]).toEqual([false, false]);
  });

  it('ends with its reason when Roost stops, and lets it stop', async () => {
    const other = await startRoost();
    const person = await other.person({ handle: 'ann' });
    const client = await AppEvents.open(other.url, 'user', { authorization: `Bearer ${person.token}` });
    await until(() => client.text.includes(':thump'));
    const start = Date.now();
    await other.stop();
    expect(Date.now() - start).toBeLessThan(10_000);
    await until(() => client.ended);
    expect(client.text).toContain(':shutting_down\n');
  });
});
