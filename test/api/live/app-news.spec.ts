import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Announcement, Conversation, type Filter, type KeptAnnouncement, Status } from '@roost/contracts';
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

  it('brings the figures of a poll as a change of its post, to each with their own vote', async () => {
    const { ann, ben, max } = cast;
    const post = await ann.publishes('Tea?', { poll: { options: ['Yes', 'No'], expires_in: 600 } });
    const watching = [
      [ben, await listening(ben, 'public')],
      [max, await listening(max, 'public')],
    ] as const;
    await ben.done('POST', `/api/v1/polls/${post.poll?.id ?? ''}/votes`, { choices: [1] });
    for (const [person, client] of watching) {
      const change = await until(() => client.events.find(({ event }) => event === 'status.update'));
      const fresh = await person.get<Status>(`/api/v1/statuses/${post.id}`);
      expect(Status.parse(JSON.parse(change.payload ?? ''))).toEqual(fresh.body);
      expect(fresh.body.poll).toMatchObject({ votes_count: 1, own_votes: person === ben ? [1] : [] });
    }
  });

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

  it('tells everybody of an announcement, of its answers and of its end, on the stream of the person', async () => {
    const { ada, ann, ben } = cast;
    const app = await listening(ben, 'user', 'user:notification', 'public');
    const browser = await events(ann.token, 'user');
    const kept = await ada.web.post<KeptAnnouncement>('/api/roost/v1/announcements', { text: 'Fire drill' });
    const { id } = kept.body;
    const heard = (client: AppSocket | AppEvents) => client.events.filter(({ event }) => event.startsWith('announcement'));
    // An announcement is told as it is when it is told: each change waits for the one before.
    const told = (count: number) => until(() => heard(app).length === count && heard(browser).length === count);
    const thumb = `/api/v1/announcements/${id}/reactions/${encodeURIComponent('👍')}`;
    await told(1);
    await ben.done('PUT', thumb);
    await told(2);
    await ada.web.patch(`/api/roost/v1/announcements/${id}`, { text: 'No fire drill' });
    const fresh = (await ann.get<Announcement[]>('/api/v1/announcements')).body[0];
    await told(3);
    await ben.call('DELETE', thumb);
    await told(4);
    await ada.web.delete(`/api/roost/v1/announcements/${id}`);
    await told(5);
    for (const client of [app, browser]) {
      expect(heard(client).map(({ event }) => event)).toEqual([
        'announcement',
        'announcement.reaction',
        'announcement',
        'announcement.reaction',
        'announcement.delete',
      ]);
      const [, given, changed, taken, gone] = heard(client).map(({ payload }) => payload ?? '');
      expect(JSON.parse(given ?? '')).toEqual({ announcement_id: id, name: '👍', count: 1 });
      expect(JSON.parse(taken ?? '')).toEqual({ announcement_id: id, name: '👍', count: 0 });
      expect(gone).toBe(id);
      const { read, ...news } = { ...fresh, reactions: [{ name: '👍', count: 1 }] };
      expect([read, JSON.parse(changed ?? '')]).toEqual([false, news]);
    }
    expect(new Set(heard(app).map(({ stream }) => stream?.join()))).toEqual(new Set(['user']));
  });

  it('says that notifications were merged, to those who may read them', async () => {
    const { ann, ben } = cast;
    const [app, narrow] = [
      await listening(ann, 'user', 'user:notification', 'public'),
      await events(await roost.token(ann.id, ['read:statuses']), 'user'),
    ];
    await ann.done('PATCH', '/api/v2/notifications/policy', { for_not_following: 'filter' });
    await ben.publishes('@ann let me in');
    const [request] = await until(async () => {
      const { body } = await ann.get<{ id: string }[]>('/api/v1/notifications/requests');
      return body.length > 0 && body;
    });
    await ann.done('POST', `/api/v1/notifications/requests/${request?.id}/accept`);
    const end = await ann.publishes('The end');
    await until(() => app.received(end.id, 'user') && narrow.received(end.id));
    const merged = app.events.filter(({ event }) => event === 'notifications_merged');
    expect(merged.map(({ stream, payload }) => [stream, payload])).toEqual([
      [['user'], '1'],
      [['user:notification'], '1'],
    ]);
    expect(narrow.events.map(({ event }) => event)).toEqual(['update']);
  });
});
