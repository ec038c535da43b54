import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveClient, type Roost, startRoost } from '@roost/test-kit';
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

function hasSession(principal: (typeof PRINCIPALS)[number]): boolean {
  return principal !== 'anonymous' && principal !== 'suspended' && principal !== 'scoped token';
}
