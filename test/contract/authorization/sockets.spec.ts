import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveClient, type Roost, startRoost } from '@roost/test-kit';
import { AppSocket } from '../../api/live/app-clients.js';
import { expected } from './expected.js';
import { PRINCIPALS, STATES, World } from './world.js';

/** What a socket's `subscribe` to a thread must answer follows the rule of reading that status. */
const THREAD = { access: 'read:statuses', on: 'status' } as const;

describe('the authorization matrix of live channels', () => {
  let roost: Roost;
  let world: World;
  beforeAll(async () => {
    roost = await startRoost();
    world = await World.make(roost);
    await world.resetRelations();
  });
  afterAll(() => roost.stop());

  it.each(['anonymous', 'suspended'] as const)('lets no %s in', async (principal) => {
    await expect(LiveClient.connect(roost.url, world.person(principal)?.cookie ?? 'none')).rejects.toThrow('unauthenticated');
  });

  it('takes no app token: its socket is another one', async () => {
    await expect(LiveClient.connect(roost.url, 'none', { authorization: `Bearer ${world.ann.token}` })).rejects.toThrow(
      'unauthenticated',
    );
  });

  it.each(PRINCIPALS.filter((principal) => hasSession(principal)))(
    'shows a %s the threads they may read, and no others',
    async (principal) => {
      const client = await LiveClient.connect(roost.url, world.person(principal)?.cookie ?? '');
      for (const state of STATES) {
        const answer = await client.subscribe(`thread:${await world.thing('status', state, principal)}`);
        expect({ state, ok: answer.ok }).toEqual({ state, ok: expected(THREAD, principal, state) === 'in' });
      }
      for (const channel of ['home', 'company', 'notifications', 'tag:dockswap'] as const)
        expect((await client.subscribe(channel)).ok).toBe(true);
      client.close();
    },
  );
});

describe('the authorization matrix of the streams of apps', () => {
  const STREAMS = ['user', 'user:notification', 'public', 'public:local', 'public:remote', 'public:media', 'hashtag', 'direct'];
  const READS = {
    'read:statuses': (stream: string) => stream !== 'user:notification',
    'read:notifications': isNews,
    read: () => true,
  };
  let roost: Roost;
  let world: World;
  beforeAll(async () => {
    roost = await startRoost();
    world = await World.make(roost);
  });
  afterAll(() => roost.stop());

  it.each(['anonymous', 'suspended', 'scoped token'] as const)('lets no %s in', async (principal) => {
    const token = principal === 'scoped token' ? await roost.token(world.ann.id, ['push']) : world.person(principal)?.token;
    const opened = AppSocket.open(roost.url, token === undefined ? {} : { token });
    await expect(opened).rejects.toThrow(`answered ${expected({ access: 'read:statuses' }, principal, null)}`);
  });

  it.each(Object.entries(READS))('opens with %s the streams that it reads, and no others', async (scope, reads) => {
    const client = await AppSocket.open(roost.url, { token: await roost.token(world.ann.id, [scope]) });
    for (const stream of STREAMS) {
      const before = client.errors.length;
      client.say({ type: 'subscribe', stream, tag: 'dockswap' });
      await client.settled();
      expect([stream, client.errors.slice(before).some(({ status }) => status === 403)]).toEqual([stream, !reads(stream)]);
    }
    client.close();
  });
});

function isNews(stream: string): boolean {
  return stream === 'user:notification';
}

function hasSession(principal: (typeof PRINCIPALS)[number]): boolean {
  return principal !== 'anonymous' && principal !== 'suspended' && principal !== 'scoped token';
}
