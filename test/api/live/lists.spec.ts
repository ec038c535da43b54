import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { List } from '@roost/contracts';
import { type Cast, LiveClient, type Roost, startRoost, until } from '@roost/test-kit';
import { AppSocket } from './app-clients.js';

describe('a list, live', () => {
  let roost: Roost;
  let cast: Cast;
  let list: List;
  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
    await cast.ben.follows(cast.max);
    list = await cast.ben.done<List>('POST', '/api/v1/lists', { title: 'Live' });
    await cast.ben.done('POST', `/api/v1/lists/${list.id}/accounts`, { account_ids: [cast.ann.id] });
  });
  afterAll(() => roost.stop());

  it('is watched by its owner, and is no channel for anybody else', async () => {
    const [ben, max] = [
      await LiveClient.connect(roost.url, cast.ben.cookie),
      await LiveClient.connect(roost.url, cast.max.cookie),
    ];
    expect(await ben.subscribe(`list:${list.id}`)).toMatchObject({ ok: true });
    expect(await max.subscribe(`list:${list.id}`)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await ben.subscribe('list:1')).toMatchObject({ ok: false, code: 'not_found' });
    expect(await ben.subscribe('list:nonsense')).toMatchObject({ ok: false, code: 'live.unknown_channel' });
    const post = await cast.ann.publishes('On the list');
    await until(() => ben.published(post.id).length === 1);
    expect(max.about(post.id)).toEqual([]);
    ben.close();
    max.close();
  });

  it('is a stream of apps too', async () => {
    const [mine, theirs] = [
      await AppSocket.open(roost.url, { token: cast.ben.token }),
      await AppSocket.open(roost.url, { token: cast.max.token }),
    ];
    await mine.subscribes({ stream: 'list', list: list.id });
    for (const wanted of [list.id, 'nonsense']) theirs.say({ type: 'subscribe', stream: 'list', list: wanted });
    await theirs.settled();
    const post = await cast.ann.publishes('On the list of an app');
    await until(() => mine.received(post.id, `list:${list.id}`));
    expect(theirs.received(post.id)).toBe(false);
    mine.close();
    theirs.close();
  });

  it('brings new members from then on, and says that what stood there is no longer all', async () => {
    const client = await LiveClient.connect(roost.url, cast.ben.cookie);
    for (const channel of ['home', `list:${list.id}`] as const) await client.subscribe(channel);
    const before = await cast.max.publishes('Not on the list yet');
    await until(() => client.published(before.id).length === 1);
    await cast.ben.done('POST', `/api/v1/lists/${list.id}/accounts`, { account_ids: [cast.max.id] });
    const after = await cast.max.publishes('On the list now');
    await until(() => client.published(after.id).length === 2);
    expect(client.published(before.id).map((event) => event.channel)).toEqual(['home']);
    expect(client.resyncs).toEqual([`list:${list.id}`]);
    client.close();
  });

  it('keeps its members from home when it is exclusive', async () => {
    const client = await LiveClient.connect(roost.url, cast.ben.cookie);
    for (const channel of ['home', `list:${list.id}`] as const) await client.subscribe(channel);
    await cast.ben.done('PUT', `/api/v1/lists/${list.id}`, { exclusive: true });
    const post = await cast.ann.publishes('Only on the list');
    await until(() => client.published(post.id).length > 0);
    await cast.ben.done('PUT', `/api/v1/lists/${list.id}`, { exclusive: false });
    const later = await cast.ann.publishes('On both');
    await until(() => client.published(later.id).length === 2);
    expect(client.published(post.id).map((event) => event.channel)).toEqual([`list:${list.id}`]);
    expect(client.resyncs).toEqual(['home', 'home']);
    client.close();
  });

  it('ends with the follow and with the list', async () => {
    const client = await LiveClient.connect(roost.url, cast.ben.cookie);
    for (const channel of ['company', `list:${list.id}`] as const) await client.subscribe(channel);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/unfollow`);
    const byMax = await cast.max.publishes('No longer on the list');
    await cast.ben.done('DELETE', `/api/v1/lists/${list.id}`);
    const byAnn = await cast.ann.publishes('No list any more');
    await until(() => client.published(byAnn.id).length > 0);
    for (const post of [byMax, byAnn]) expect(client.published(post.id).map((event) => event.channel)).toEqual(['company']);
    client.close();
  });
});
