import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Status } from '@roost/contracts';
import { type Cast, LiveClient, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { connect } from 'node:net';
import { AppEvents, AppSocket } from './app-clients.js';
import { picture } from './deeds.js';

describe('the WebSocket of apps', () => {
  let roost: Roost;
  let cast: Cast;
  const clients: { close(): void }[] = [];

  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => roost.stop());

  const open = async (how: Parameters<typeof AppSocket.open>[1]): Promise<AppSocket> => {
    const client = await AppSocket.open(roost.url, how);
    clients.push(client);
    return client;
  };
  const listening = async (person: Person, ...streams: Record<string, string>[]): Promise<AppSocket> => {
    const client = await open({ token: person.token });
    await client.subscribes(...streams);
    return client;
  };

  it('knows a token in the header, as the protocol, which it says back, and in the query, with and without a slash at the end', async () => {
    const { ben, ann } = cast;
    const ways = [
      await open({ token: ben.token, path: '/api/v1/streaming?stream=user' }),
      await open({ token: ben.token, path: '/api/v1/streaming/?stream=user' }),
      await open({ protocol: ben.token, path: '/api/v1/streaming?stream=user' }),
      await open({ path: `/api/v1/streaming/?access_token=${ben.token}&stream=user` }),
      await open({ path: `/api/v1/streaming/user?access_token=${ben.token}` }),
    ];
    expect(ways[2]?.socket.protocol).toBe(ben.token);
    expect(ways[0]?.socket.protocol).toBe('');
    for (const way of ways) await way.settled();
    const post = await ann.publishes('For every way');
    for (const way of ways) {
      await until(() => way.received(post.id));
      expect(way.events.map((event) => event.stream)).toEqual([['user']]);
    }
    expect(roost.server.output()).not.toContain(ben.token);
  });

  it('refuses before the upgrade who has no token, a wrong one, one without a person, without the scope, and a cookie', async () => {
    const { ben, otto } = cast;
    const path = '/api/v1/streaming?stream=user';
    await expect(open({ path })).rejects.toThrow('answered 401');
    await expect(open({ path, token: 'nonsense' })).rejects.toThrow('answered 401');
    await expect(open({ path, protocol: 'nonsense' })).rejects.toThrow('answered 401');
    await expect(open({ path: `${path}&access_token=nonsense` })).rejects.toThrow('answered 401');
    await expect(open({ path, token: otto.token })).rejects.toThrow('answered 401');
    await expect(open({ path, token: await roost.token(null, ['read']) })).rejects.toThrow('answered 422');
    await expect(open({ path, token: await roost.token(ben.id, ['write', 'push']) })).rejects.toThrow('answered 403');
    await expect(open({ path, headers: { cookie: `roost=${ben.cookie}` } })).rejects.toThrow('answered 401');
  });

  it('answers upgrades of other addresses and requests without an upgrade with a clean error', async () => {
    const { ben } = cast;
    await expect(open({ token: ben.token, path: '/api/v1/streams' })).rejects.toThrow('answered 404');
    await expect(open({ token: ben.token, path: '/' })).rejects.toThrow('answered 404');
    await expect(open({ token: ben.token, path: '/api/v1/streaming/nothing' })).rejects.toThrow('answered 404');
    expect((await ben.get<{ error: string }>('/api/v1/streaming')).status).toBe(400);
    expect(
      await raw('GET /api/v1/streaming HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 401 /);
    const token = `Authorization: Bearer ${ben.token}\r\n`;
    expect(
      await raw(`GET /api/v1/streaming HTTP/1.1\r\nHost: localhost\r\n${token}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 400 /);
  });

  const raw = (request: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(roost.server.port, 'localhost', () => socket.write(request));
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
    });

  it('carries many streams, names the stream in each frame, takes a second subscription for the first, and ends one alone', async () => {
    const { ann, ben } = cast;
    const client = await listening(
      ben,
      { stream: 'user' },
      { stream: 'public' },
      { stream: 'public' },
      { stream: 'public:local' },
      { stream: 'public:remote' },
      { stream: 'public:media' },
      { stream: 'hashtag', tag: 'DockSwap' },
      { stream: 'hashtag:local', tag: 'dockswap' },
    );
    const post = await ann.publishes('See you at the #DockSwap');
    await until(() => client.received(post.id, 'hashtag:local:dockswap'));
    expect(client.events.map(({ event, stream }) => [event, ...(stream ?? [])]).sort()).toEqual(
      [
        ['update', 'user'],
        ['update', 'public'],
        ['update', 'public:local'],
        ['update', 'hashtag', 'dockswap'],
        ['update', 'hashtag:local', 'dockswap'],
      ].sort(),
    );
    for (const status of client.statuses('update')) expect(Status.parse(status)).toMatchObject({ id: post.id });
    client.say({ type: 'unsubscribe', stream: 'public' });
    client.say({ type: 'unsubscribe', stream: 'hashtag', tag: 'dockswap' });
    client.say({ type: 'unsubscribe', stream: 'list', list: '1' });
    await client.settled();
    const later = await ann.publishes('Still the #dockswap');
    await until(() => client.received(later.id, 'hashtag:local:dockswap') && client.received(later.id, 'public:local'));
    expect(client.received(later.id, 'public')).toBe(false);
    expect(client.received(later.id, 'hashtag:dockswap')).toBe(false);
  });

  it('tells of an edit, and of a deletion by its bare id', async () => {
    const { ann, ben } = cast;
    const client = await listening(ben, { stream: 'user' });
    const post = await ann.publishes('A tpyo');
    await ann.done('PUT', `/api/v1/statuses/${post.id}`, { status: 'A typo' });
    // A post is told as it is when it is told: one that is gone is not told at all.
    await until(() => client.statuses('status.update').length > 0);
    await ann.done('DELETE', `/api/v1/statuses/${post.id}`);
    const last = await until(() => client.events.find(({ event }) => event === 'delete'));
    expect(last).toEqual({ stream: ['user'], event: 'delete', payload: post.id });
    expect(client.statuses('status.update').map((status) => status.content)).toEqual(['<p>A typo</p>']);
  });

  it('brings a post to the stream of media when an edit gives it a picture, and takes it away with the last one', async () => {
    const { ann, ben } = cast;
    const client = await listening(ben, { stream: 'public:media' });
    const post = await ann.publishes('Words first');
    const path = `/api/v1/statuses/${post.id}`;
    for (const change of [{ media_ids: [await picture(ann)] }, { status: 'Other words' }, { media_ids: [] }]) {
      const before = client.events.length;
      await ann.done('PUT', path, change);
      await until(() => client.events.length > before);
    }
    expect(client.events.map(({ event }) => event)).toEqual(['update', 'status.update', 'delete']);
    expect(client.statuses('update')).toMatchObject([{ id: post.id, media_attachments: [{ type: 'image' }] }]);
  });

  it('brings notifications on their own stream and among what concerns the person, as the token may read them', async () => {
    const { ann, ben } = cast;
    const whole = await listening(ann, { stream: 'user' }, { stream: 'user:notification' });
    const statuses = await open({ token: await roost.token(ann.id, ['read:statuses']), path: '/api/v1/streaming?stream=user' });
    const news = await open({ token: await roost.token(ann.id, ['read:notifications']) });
    await news.subscribes({ stream: 'user:notification' }, { stream: 'user' }, { stream: 'public' });
    await statuses.subscribes({ stream: 'user:notification' });
    const outside = { error: 'This action is outside the authorized scopes', status: 403 };
    expect(news.errors.filter((error) => error.status === 403)).toEqual([outside, outside]);
    expect(statuses.errors[0]).toEqual(outside);
    const post = await ben.publishes('@ann look');
    await until(() => whole.notifications().length === 2 && news.notifications().length === 1);
    expect(whole.notifications()[0]).toMatchObject({ type: 'mention', status: { id: post.id } });
    await ann.publishes('Own posts are on it too');
    await until(() => statuses.statuses('update').length > 0);
    expect(statuses.notifications()).toEqual([]);
  });

  it('shows each receiver what they did with a post that is edited or boosted, and whether they muted its thread', async () => {
    const { ann, ben, max } = cast;
    await max.follows(ann);
    await ben.follows(max);
    const plain = await listening(max, { stream: 'public' });
    const fan = await listening(ben, { stream: 'public' }, { stream: 'user' });
    const author = await listening(ann, { stream: 'public' });
    const post = await ann.publishes('Marked by some');
    for (const deed of ['favourite', 'bookmark', 'reblog', 'mute']) await ben.done('POST', `/api/v1/statuses/${post.id}/${deed}`);
    await ann.done('POST', `/api/v1/statuses/${post.id}/pin`);
    await ann.done('PUT', `/api/v1/statuses/${post.id}`, { status: 'Edited after' });
    const flags = async (client: AppSocket) => {
      const [status] = await until(() => {
        const found = client.statuses('status.update', 'public').filter(({ id }) => id === post.id);
        return found.length > 0 && found;
      });
      const { favourited, bookmarked, reblogged, muted, pinned } = status ?? post;
      return { favourited, bookmarked, reblogged, muted, pinned };
    };
    const none = { favourited: false, bookmarked: false, reblogged: false, muted: false, pinned: undefined };
    expect(await flags(plain)).toEqual(none);
    expect(await flags(fan)).toEqual({ favourited: true, bookmarked: true, reblogged: true, muted: true, pinned: undefined });
    expect(await flags(author)).toEqual({ ...none, pinned: true });
    const reply = await max.publishes('@ann an answer', { in_reply_to_id: post.id });
    const answer = await until(() => fan.statuses('update', 'public').find(({ id }) => id === reply.id));
    expect(answer.muted).toBe(true);
    await until(() => author.statuses('update', 'public').find(({ id }) => id === reply.id && !answer.favourited));
    const second = await max.done<Status>('POST', `/api/v1/statuses/${post.id}/reblog`);
    const boost = await until(() => fan.statuses('update', 'user').find(({ id }) => id === second.id));
    expect(
      [boost, boost.reblog].map((status) => [status?.favourited, status?.bookmarked, status?.reblogged, status?.muted]),
    ).toEqual([
      [true, true, true, true],
      [true, true, true, true],
    ]);
    const fresh = await ben.get<Status>(`/api/v1/statuses/${second.id}`);
    expect(boost).toEqual(fresh.body);
  });

  it('hides what the receiver may not see, on every stream', async () => {
    const { ann, ben, cleo, max } = cast;
    await max.done('POST', `/api/v1/accounts/${ann.id}/unfollow`);
    const streams: Record<string, string>[] = [{ stream: 'user' }, { stream: 'public' }, { stream: 'hashtag', tag: 'secret' }];
    const [blocked, stranger, follower] = [
      await listening(cleo, ...streams),
      await listening(max, ...streams),
      await listening(ben, ...streams),
    ];
    await max.done('POST', `/api/v1/accounts/${ben.id}/mute`);
    const open = await ann.publishes('Not for Cleo #secret');
    const followers = await ann.publishes('For followers #secret', { visibility: 'private' });
    const direct = await ann.publishes('Between us @ada #secret', { visibility: 'direct' });
    const muted = await ben.publishes('Max does not hear this #secret');
    const end = await cast.ada.publishes('The end #secret');
    for (const client of [blocked, stranger, follower]) await until(() => client.received(end.id, 'hashtag:secret'));
    const seen = (client: AppSocket) => [open, followers, direct, muted].map(({ id }) => client.received(id));
    expect(seen(blocked)).toEqual([false, false, false, true]);
    expect(seen(stranger)).toEqual([true, false, false, false]);
    expect(seen(follower)).toEqual([true, true, false, true]);
    await max.done('POST', `/api/v1/accounts/${ben.id}/unmute`);
  });

  it('answers what it cannot understand with an error and goes on', async () => {
    const { ann, ben } = cast;
    const client = await open({ token: ben.token, path: '/api/v1/streaming?stream=nonsense' });
    for (const frame of ['', '{', 'null', '7', '[]', '"user"', '{}', '{"type":"dance"}', '{"type":"subscribe"}', '\u0000'])
      client.say(frame);
    for (const frame of [
      { type: 'subscribe', stream: '__proto__' },
      { type: 'subscribe', stream: 'constructor' },
      { type: 'subscribe', stream: { a: 1 } },
      { type: 'subscribe', stream: 'hashtag' },
      { type: 'subscribe', stream: 'hashtag', tag: ['#', { x: 1 }] },
      { type: 'subscribe', stream: 'hashtag', tag: 'x'.repeat(5_000) },
      { type: 'unsubscribe', stream: 'hashtag' },
    ])
      client.say(frame);
    await client.subscribes({ stream: 'public' });
    expect(client.errors[0]).toEqual({ error: 'Unknown stream type', status: 400 });
    expect(client.errors).toContainEqual({ error: 'Missing tag name parameter', status: 400 });
    expect(client.errors.filter(({ status }) => status >= 500)).toEqual([]);
    const post = await ann.publishes('It still works');
    await until(() => client.received(post.id));
  });

  it('closes with the fitting code on bytes, on a frame that is too large, and on a flood', async () => {
    const { ben } = cast;
    const [bytes, large, flood] = [
      await open({ token: ben.token }),
      await open({ token: ben.token }),
      await open({ token: ben.token }),
    ];
    bytes.socket.send(Buffer.from([1, 2, 3]));
    large.say('x'.repeat(20_000));
    for (let index = 0; index < 5_000; index++) flood.say({ type: 'subscribe', stream: 'hashtag', tag: `tag${index}` });
    expect((await until(() => bytes.closed)).code).toBe(1003);
    expect((await until(() => large.closed)).code).toBe(1009);
    expect(await until(() => flood.closed)).toEqual({ code: 1008, reason: 'too_many_frames' });
    expect((await roost.anonymous.get('/readyz')).status).toBe(200);
  });

  it('answers every odd upgrade, and lives on when its peer goes away in the middle of one', async () => {
    const head = 'Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';
    const shown = `Authorization: Bearer ${cast.ben.token}\r\n`;
    for (const [request, status] of [
      [`GET /api/v1/streaming/%E0%A4%A HTTP/1.1\r\n${head}${shown}\r\n`, 400],
      [`POST /api/v1/streaming HTTP/1.1\r\n${head}${shown}Content-Length: 5\r\n\r\nhello`, 40],
      [`GET /api/v1/streaming/health HTTP/1.1\r\n${head}\r\n`, 200],
      [
        `GET /api/v1/streaming?stream=user HTTP/1.1\r\n${head}${shown}Sec-WebSocket-Key: no\r\nSec-WebSocket-Version: 13\r\n\r\n`,
        400,
      ],
      [`GET /elsewhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`, 404],
    ] as const)
      expect(await raw(request)).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
    for (let index = 0; index < 20; index++) {
      const socket = connect(roost.server.port, 'localhost');
      socket.on('error', () => undefined);
      socket.write(`GET /api/v1/streaming?stream=user HTTP/1.1\r\n${head}${shown}\r\n`, () => socket.resetAndDestroy());
    }
    expect((await roost.anonymous.get('/readyz')).status).toBe(200);
    expect((await open({ token: cast.ben.token })).closed).toBeNull();
  });

  it('takes a hundred connections of one account and no more, until one of them ends', async () => {
    const { max } = cast;
    const many = await Promise.all(Array.from({ length: 100 }, () => open({ token: max.token })));
    for (const client of many) await client.settled();
    await expect(open({ token: max.token })).rejects.toThrow('answered 429');
    many[0]?.close();
    await until(() => open({ token: max.token }).catch(() => null));
  });

  it('takes fifty streams and no more', async () => {
    const { ben } = cast;
    const client = await open({ token: ben.token });
    for (let index = 0; index < 52; index++) client.say({ type: 'subscribe', stream: 'hashtag', tag: `tag${index}` });
    await client.settled();
    expect(client.errors.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it('cuts a reader that does not read', async () => {
    const { ann, ben } = cast;
    const slow = await open({ token: ben.token });
    // One tag in fifty spellings: fifty frames for each post.
    const spellings = Array.from({ length: 50 }, (_, index) =>
      [...'swamps'].map((letter, place) => ((index >> place) & 1 ? `${letter}\u0301` : letter)).join(''),
    );
    await slow.subscribes(...spellings.slice(0, 49).map((tag) => ({ stream: 'hashtag', tag: tag.normalize('NFC') })));
    slow.socket.pause();
    for (let index = 0; index < 80; index++) await ann.publishes(`${'🧑‍🚀'.repeat(40)} ${index} #swamps`);
    slow.socket.resume();
    // Its farewell is heard only by who reads on in time.
    expect([1006, 1008]).toContain((await until(() => slow.closed)).code);
    expect(slow.events.length).toBeLessThan(80 * 49);
  });

  it('shares one port with socket.io and server-sent events, each hearing the same', async () => {
    const { ann, ben } = cast;
    const web = await LiveClient.connect(roost.url, ben.cookie);
    const app = await listening(ben, { stream: 'user' });
    const events = await AppEvents.open(roost.url, 'user', { authorization: `Bearer ${ben.token}` });
    clients.push(web, events);
    await web.subscribe('home');
    await until(() => events.text.includes(':thump'));
    const post = await ann.publishes('Everywhere at once');
    await until(() => web.published(post.id).length > 0 && app.received(post.id) && events.received(post.id));
  });

  it('cuts within a second when the token is revoked by its app, from the device list, and with the account', async () => {
    const { ada } = cast;
    const dora = await roost.person({ handle: 'dora' });
    const [byApp, byList] = [await roost.token(dora.id, ['read']), await roost.token(dora.id, ['read'])];
    const [first, second, third] = [
      await open({ token: byApp, path: '/api/v1/streaming?stream=user' }),
      await open({ token: byList, path: '/api/v1/streaming?stream=user' }),
      await open({ token: dora.token, path: '/api/v1/streaming?stream=user' }),
    ];
    const events = await AppEvents.open(roost.url, 'user', { authorization: `Bearer ${dora.token}` });
    clients.push(events);
    for (const client of [first, second, third]) await client.settled();
    let start = Date.now();
    expect(
      (await roost.anonymous.post('/oauth/revoke', { client_id: 'tests', client_secret: 'secret', token: byApp })).status,
    ).toBe(200);
    expect(await until(() => first.closed)).toEqual({ code: 1008, reason: 'signed_out' });
    expect(Date.now() - start).toBeLessThan(1000);
    const { rows } = await roost.db.query<{ id: string }>(
      `select id from oauth_token where token_hash = sha256(convert_to($1, 'utf8'))`,
      [byList],
    );
    start = Date.now();
    expect((await dora.web.delete(`/api/roost/v1/sessions/${rows[0]?.id}`)).status).toBe(204);
    expect(await until(() => second.closed)).toEqual({ code: 1008, reason: 'signed_out' });
    expect(Date.now() - start).toBeLessThan(1000);
    expect(third.closed).toBeNull();
    start = Date.now();
    expect((await ada.web.post(`/api/roost/v1/accounts/${dora.id}/suspend`, { reason: 'test' })).status).toBe(200);
    expect(await until(() => third.closed)).toEqual({ code: 1008, reason: 'suspended' });
    await until(() => events.ended);
    expect(Date.now() - start).toBeLessThan(1000);
    expect(events.text).toContain(':suspended');
  });
});
