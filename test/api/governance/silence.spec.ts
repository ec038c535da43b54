import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account, Notification, Status, Suggestion } from '@roost/contracts';
import { type Cast, LiveClient, type Person, type Roost, startRoost, until } from '@roost/test-kit';

/** Ben follows Ann, whom Max silences; Dora does not. */
let roost: Roost;
let cast: Cast;
let dora: Person;
let status: Status;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  dora = await roost.person({ handle: 'dora' });
  status = await cast.ann.publishes('The quiet heron #herons');
  await dora.done('POST', '/api/v1/tags/herons/follow');
  await silence(cast.ann, true);
});
afterAll(() => roost.stop());

const silence = (whom: Person, holds: boolean) =>
  holds
    ? cast.max.done('POST', `/api/v1/admin/accounts/${whom.id}/action`, { type: 'silence', text: 'Too loud' })
    : cast.max.done('POST', `/api/v1/admin/accounts/${whom.id}/unsilence`);

/** Where somebody comes across what they did not ask for. */
const FOUND: [place: string, path: string][] = [
  ['the company', '/api/v1/timelines/public?limit=40'],
  ['a tag', '/api/v1/timelines/tag/herons'],
  ['home, by a tag', '/api/v1/timelines/home'],
];
const holds = async (who: Person, path: string) => (await who.get<Status[]>(path)).body.some(({ id }) => id === status.id);

describe('somebody who was silenced', () => {
  it.each(FOUND)('comes up in %s for followers and themselves, and for nobody else', async (_, path) => {
    expect([await holds(cast.ben, path), await holds(cast.ann, path), await holds(dora, path)]).toEqual([true, true, false]);
  });

  it('is read by whoever goes there', async () => {
    expect(await holds(dora, `/api/v1/accounts/${cast.ann.id}/statuses`)).toBe(true);
    expect((await dora.get(`/api/v1/statuses/${status.id}`)).status).toBe(200);
  });

  it('says so on the account, which keeps its name', async () => {
    const { body } = await dora.get<Account>(`/api/v1/accounts/${cast.ann.id}`);
    expect([body.limited, body.display_name]).toEqual([true, 'Ann']);
    expect((await dora.get<Account>(`/api/v1/accounts/${cast.ben.id}`)).body).not.toHaveProperty('limited');
  });

  it('is found by search only by followers, people and posts alike', async () => {
    const found = async (who: Person) => {
      const { body } = await who.get<{ accounts: Account[]; statuses: Status[] }>('/api/v2/search', { q: 'heron' });
      const people = await who.get<Account[]>('/api/v1/accounts/search', { q: 'ann' });
      return [body.statuses.some(({ id }) => id === status.id), people.body.some(({ id }) => id === cast.ann.id)];
    };
    expect(await found(cast.ben)).toEqual([true, true]);
    expect(await found(dora)).toEqual([false, false]);
  });

  it('is neither listed nor suggested', async () => {
    const listed = (await dora.get<Account[]>('/api/v1/directory', { limit: 80 })).body.map(({ id }) => id);
    expect(listed).toContain(cast.ben.id);
    expect(listed).not.toContain(cast.ann.id);
    const suggested = (await dora.get<Suggestion[]>('/api/v2/suggestions', { limit: 80 })).body.map(({ account }) => account.id);
    expect(suggested).not.toContain(cast.ann.id);
  });

  it('notifies followers; for others it is kept apart until they choose otherwise', async () => {
    const said = await cast.ann.publishes('Hello @ben and @dora');
    const heard = async (who: Person, query = {}) =>
      (await who.get<Notification[]>('/api/v1/notifications', query)).body.some((one) => one.status?.id === said.id);
    await until(() => heard(cast.ben));
    await until(() => heard(dora, { include_filtered: true }));
    expect(await heard(dora)).toBe(false);
    await dora.done('PATCH', '/api/v2/notifications/policy', { for_limited_accounts: 'accept' });
    const again = await cast.ann.publishes('And again @dora');
    await until(async () =>
      (await dora.get<Notification[]>('/api/v1/notifications')).body.some((one) => one.status?.id === again.id),
    );
  });

  it('comes up live where loading would show it', async () => {
    const [follower, stranger] = [
      await LiveClient.connect(roost.url, cast.ben.cookie),
      await LiveClient.connect(roost.url, dora.cookie),
    ];
    for (const client of [follower, stranger])
      for (const channel of ['company', 'tag:herons', 'home'] as const) await client.subscribe(channel);
    const quiet = await cast.ann.publishes('Another #herons');
    const loud = await cast.ben.publishes('By Ben #herons');
    const ids = (client: LiveClient) =>
      client.events.flatMap((event) => (event.type === 'status.published' ? [event.payload.id] : []));
    await until(() => ids(stranger).includes(loud.id) && ids(follower).includes(quiet.id));
    expect(ids(stranger)).not.toContain(quiet.id);
    follower.close();
    stranger.close();
  });

  it('is found again when that is lifted', async () => {
    await silence(cast.ann, false);
    for (const [, path] of FOUND) expect(await holds(dora, path)).toBe(true);
    expect((await dora.get<Account>(`/api/v1/accounts/${cast.ann.id}`)).body).not.toHaveProperty('limited');
  });
});
