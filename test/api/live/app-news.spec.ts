import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Conversation, type Filter, Status } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { AppEvents, AppSocket } from './app-clients.js';

describe('what apps hear besides posts', () => {
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

  const listening = async (person: Person, ...streams: string[]): Promise<AppSocket> => {
    const client = await AppSocket.open(roost.url, { token: person.token });
    clients.push(client);
    await client.subscribes(...streams.map((stream) => ({ stream })));
    return client;
  };
  const events = async (token: string, path: string): Promise<AppEvents> => {
    const client = await AppEvents.open(roost.url, path, { authorization: `Bearer ${token}` });
    clients.push(client);
    await until(() => client.text.includes(':thump'));
    return client;
  };
  const conversations = (client: AppSocket | AppEvents) =>
    client.events
      .filter(({ event }) => event === 'conversation')
      .map(({ payload }) => Conversation.parse(JSON.parse(payload ?? '')));

  it('brings a conversation to those in it, as its list shows it, and to nobody else', async () => {
    const { ann, ben, max } = cast;
    const [sender, receiver, stranger] = [
      await listening(ben, 'direct'),
      await listening(ann, 'direct', 'user', 'public'),
      await listening(max, 'direct', 'user', 'public'),
    ];
    const byEvents = await events(ann.token, 'direct');
    const post = await ben.publishes('@ann between us', { visibility: 'direct' });
    await until(
      () => conversations(receiver).length > 0 && conversations(sender).length > 0 && conversations(byEvents).length > 0,
    );
    for (const [person, client] of [
      [ann, receiver],
      [ann, byEvents],
      [ben, sender],
    ] as const) {
      const fresh = await person.get<Conversation[]>('/api/v1/conversations');
      expect(conversations(client)).toEqual([fresh.body[0]]);
    }
    expect(conversations(receiver)[0]).toMatchObject({ unread: true, last_status: { id: post.id } });
    expect(receiver.events.find(({ event }) => event === 'conversation')?.stream).toEqual(['direct']);
    expect(receiver.received(post.id, 'public')).toBe(false);
    const end = await max.publishes('The end');
    await until(() => stranger.received(end.id, 'public'));
    expect(stranger.events.filter(({ event }) => event !== 'update')).toEqual([]);
    expect(stranger.received(post.id)).toBe(false);
  });

  it('tells of changed filters on the stream of the person only, and marks what comes after', async () => {
    const { ann, ben } = cast;
    const [own, other] = [await listening(ben, 'user', 'user:notification', 'public'), await listening(ann, 'user')];
    const [home, news, narrow] = [
      await events(ben.token, 'user'),
      await events(ben.token, 'user/notification'),
      await events(await roost.token(ben.id, ['read:statuses']), 'user'),
    ];
    const filter = await ben.done<Filter>('POST', '/api/v2/filters', {
      title: 'Noise',
      context: ['home', 'public'],
      keywords_attributes: [{ keyword: 'noise' }],
    });
    const post = await ann.publishes('Some noise');
    const received = await until(() => own.statuses('update', 'public').find(({ id }) => id === post.id));
    expect(Status.parse(received).filtered).toMatchObject([{ filter: { id: filter.id }, keyword_matches: ['noise'] }]);
    expect(own.events.filter(({ event }) => event === 'filters_changed')).toEqual([
      { stream: ['user'], event: 'filters_changed' },
    ]);
    for (const client of [home, narrow]) {
      await until(() => client.received(post.id));
      expect(client.events[0]).toEqual({ event: 'filters_changed', payload: 'null' });
      expect(client.statuses('update')[0]?.filtered).toHaveLength(1);
    }
    await until(() => other.received(post.id));
    expect(other.events.map(({ event }) => event)).toEqual(['update']);
    expect(other.statuses('update')[0]?.filtered).toEqual([]);
    expect(news.events).toEqual([]);
  });
});
