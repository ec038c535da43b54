import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  Filter,
  FilterResult,
  GroupedNotifications,
  List,
  LiveEvent,
  Notification,
  Search,
  Status,
  StatusContext,
} from '@roost/contracts';
import { type Cast, LiveClient, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { AppSocket } from '../live/app-clients.js';

describe('what a viewer’s filters say of a post', () => {
  let roost: Roost;
  let cast: Cast;
  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
  });
  afterAll(() => roost.stop());
  beforeEach(() => roost.db.query('delete from filter'));

  const filter = (fields: Record<string, unknown> = {}, by: Person = cast.ben): Promise<Filter> =>
    by.done<Filter>('POST', '/api/v2/filters', {
      title: 'Football',
      context: ['home'],
      keywords_attributes: [{ keyword: 'goal' }],
      ...fields,
    });
  const resultFor = (
    { keywords: _, statuses: __, ...head }: Filter,
    keywords: string[] | null,
    statuses: string[] | null = null,
  ): FilterResult => ({
    filter: head,
    keyword_matches: keywords,
    status_matches: statuses,
  });
  const seenBy = async (viewer: Person, id: string): Promise<Status> => (await viewer.get<Status>(`/api/v1/statuses/${id}`)).body;

  it('is the same wherever it stands', async () => {
    await cast.max.follows(cast.ben);
    const made = await filter();
    const post = await cast.ann.publishes('What a GOAL #DockSwap @ben');
    const answer = await cast.max.publishes('An answer', { in_reply_to_id: post.id });
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/bookmark`);
    await cast.ann.done('POST', `/api/v1/statuses/${post.id}/pin`);
    const list = await cast.ben.done<List>('POST', '/api/v1/lists', { title: 'Some' });
    await cast.ben.done('POST', `/api/v1/lists/${list.id}/accounts`, { account_ids: [cast.ann.id] });
    const all = async (path: string): Promise<Status[]> => (await cast.ben.get<Status[]>(path)).body;
    const surfaces: [string, Status[]][] = [];
    for (const path of [
      `/api/v1/statuses?id[]=${post.id}`,
      '/api/v1/timelines/home',
      '/api/v1/timelines/public',
      '/api/v1/timelines/tag/dockswap',
      `/api/v1/timelines/list/${list.id}`,
      `/api/v1/accounts/${cast.ann.id}/statuses`,
      `/api/v1/accounts/${cast.ann.id}/statuses?pinned=true`,
      '/api/v1/favourites',
      '/api/v1/bookmarks',
    ])
      surfaces.push([path, await all(path)]);
    surfaces.push(['one', [await seenBy(cast.ben, post.id)]]);
    const context = (await cast.ben.get<StatusContext>(`/api/v1/statuses/${answer.id}/context`)).body;
    surfaces.push(['thread', context.ancestors]);
    surfaces.push(['search', (await cast.ben.get<Search>('/api/v2/search', { q: 'goal', type: 'statuses' })).body.statuses]);
    const told = await until(async () => {
      const { body } = await cast.ben.get<Notification[]>('/api/v1/notifications');
      return body.some((notification) => notification.status?.id === post.id) && body;
    });
    surfaces.push(['notifications', told.flatMap((notification) => notification.status ?? [])]);
    const { body: groups } = await cast.ben.get<GroupedNotifications>('/api/v2/notifications');
    surfaces.push(['grouped', groups.statuses]);
    for (const verb of ['unfavourite', 'unbookmark', 'mute', 'unmute'])
      surfaces.push([verb, [await cast.ben.done<Status>('POST', `/api/v1/statuses/${post.id}/${verb}`)]]);
    for (const [surface, statuses] of surfaces) {
      const found = statuses.find((status) => status.id === post.id);
      expect({ surface, filtered: found?.filtered }).toEqual({ surface, filtered: [resultFor(made, ['goal'])] });
    }
    expect((await seenBy(cast.max, post.id)).filtered).toEqual([]);
    expect((await seenBy(cast.ben, answer.id)).filtered).toEqual([]);
  });

  it('stands on a boost and on the post inside it', async () => {
    const made = await filter();
    const post = await cast.max.publishes('One more goal');
    const boost = await cast.ann.done<Status>('POST', `/api/v1/statuses/${post.id}/reblog`);
    expect(boost.filtered).toEqual([]);
    const seen = await seenBy(cast.ben, boost.id);
    expect(seen.filtered).toEqual([resultFor(made, ['goal'])]);
    expect(seen.reblog?.filtered).toEqual(seen.filtered);
    const own = await cast.ben.done<Status>('POST', `/api/v1/statuses/${post.id}/reblog`);
    expect([own.filtered, own.reblog?.filtered]).toEqual([seen.filtered, seen.filtered]);
  });

  it('is nothing for one’s own, boosted or not', async () => {
    await filter();
    const post = await cast.ben.publishes('My own goal');
    expect(post.filtered).toEqual([]);
    const boost = await cast.ann.done<Status>('POST', `/api/v1/statuses/${post.id}/reblog`);
    const seen = await seenBy(cast.ben, boost.id);
    expect([seen.filtered, seen.reblog?.filtered]).toEqual([[], []]);
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['the text', { status: 'A goal.' }, true],
    ['another case', { status: 'GOAL' }, true],
    ['a content warning', { status: 'Look', spoiler_text: 'the goal' }, true],
    ['the options of a poll', { status: 'Who wins?', poll: { options: ['By a goal', 'Nobody'], expires_in: 3600 } }, true],
    ['a part of a word', { status: 'goalkeeper' }, false],
    ['nothing of it', { status: 'Silence' }, false],
  ])('looks at %s', async (_, fields, isMatch) => {
    await filter();
    const post = await cast.ann.done<Status>('POST', '/api/v1/statuses', fields);
    expect((await seenBy(cast.ben, post.id)).filtered).toHaveLength(isMatch ? 1 : 0);
  });

  it('looks at what is said of pictures', async () => {
    await filter();
    const post = await cast.ann.publishes('Look at this');
    await roost.db.query(
      `insert into media (account_id, status_id, key, content_type, bytes, width, height, preview_width, preview_height, description)
       values ($1, $2, repeat('k', 43), 'image/png', 1, 1, 1, 1, 1, 'The winning goal')`,
      [cast.ann.id, post.id],
    );
    expect((await seenBy(cast.ben, post.id)).filtered).toHaveLength(1);
  });

  it('names the keywords that were found, and the post where a filter names it', async () => {
    const post = await cast.ann.publishes('Réunion et pénalty');
    const words = await filter({
      keywords_attributes: [{ keyword: 'penalty' }, { keyword: 'corner' }, { keyword: 'REUN', whole_word: false }],
    });
    const named = await filter({ title: 'This one', keywords_attributes: [] });
    await cast.ben.done('POST', `/api/v2/filters/${named.id}/statuses`, { status_id: post.id });
    expect((await seenBy(cast.ben, post.id)).filtered).toEqual([
      resultFor(words, ['penalty', 'REUN']),
      resultFor(named, null, [post.id]),
    ]);
  });

  it('ends with the filter: when it is over, changed or deleted', async () => {
    const post = await cast.ann.publishes('A goal');
    const made = await filter({ expires_in: 0 });
    expect((await seenBy(cast.ben, post.id)).filtered).toEqual([]);
    await cast.ben.done('PUT', `/api/v2/filters/${made.id}`, { expires_in: '' });
    expect((await seenBy(cast.ben, post.id)).filtered).toHaveLength(1);
    await cast.ben.done('PUT', `/api/v2/filters/keywords/${made.keywords[0]?.id ?? ''}`, { keyword: 'foul' });
    expect((await seenBy(cast.ben, post.id)).filtered).toEqual([]);
    await cast.ben.done('POST', `/api/v2/filters/${made.id}/keywords`, { keyword: 'goal' });
    expect((await seenBy(cast.ben, post.id)).filtered).toHaveLength(1);
    await cast.ben.done('DELETE', `/api/v2/filters/${made.id}`);
    expect((await seenBy(cast.ben, post.id)).filtered).toEqual([]);
  });

  it('takes a notification away when it hides and counts there, and only then', async () => {
    await cast.ben.done('POST', '/api/v1/notifications/clear');
    const post = await cast.ann.publishes('@ben a goal');
    const told = await until(async () => {
      const { body } = await cast.ben.get<Notification[]>('/api/v1/notifications');
      return body.find((notification) => notification.status?.id === post.id);
    });
    const listed = async (): Promise<boolean[]> => [
      (await cast.ben.get<Notification[]>('/api/v1/notifications')).body.some((one) => one.id === told.id),
      (await cast.ben.get<GroupedNotifications>('/api/v2/notifications')).body.statuses.some((one) => one.id === post.id),
    ];
    const unread = async (path: string): Promise<number> => (await cast.ben.get<{ count: number }>(path)).body.count;
    const before = [await unread('/api/v1/notifications/unread_count'), await unread('/api/v2/notifications/unread_count')];
    const made = await filter({ context: ['notifications'], filter_action: 'warn' });
    expect(await listed()).toEqual([true, true]);
    await cast.ben.done('PUT', `/api/v2/filters/${made.id}`, { filter_action: 'hide' });
    expect(await listed()).toEqual([false, false]);
    const after = [await unread('/api/v1/notifications/unread_count'), await unread('/api/v2/notifications/unread_count')];
    expect(after).toEqual(before.map((count) => count - 1));
    await cast.ben.done('PUT', `/api/v2/filters/${made.id}`, { context: ['home', 'public', 'thread', 'account'] });
    expect(await listed()).toEqual([true, true]);
  });

  describe('live', () => {
    const about = (client: LiveClient, id: string, type: LiveEvent['type']): Status[] =>
      client.events.flatMap((event) =>
        event.type === type && 'id' in event.payload && event.payload.id === id ? [event.payload as Status] : [],
      );

    it('comes with the post, for whom it counts, and follows its edits', async () => {
      const made = await filter();
      const [ben, max] = [
        await LiveClient.connect(roost.url, cast.ben.cookie),
        await LiveClient.connect(roost.url, cast.max.cookie),
      ];
      for (const client of [ben, max]) await client.subscribe('company');
      const post = await cast.ann.publishes('A goal at last');
      const plain = await cast.ann.publishes('Nothing of the kind');
      await cast.ann.done('PUT', `/api/v1/statuses/${plain.id}`, { status: 'Or a goal after all' });
      for (const client of [ben, max]) await until(() => about(client, plain.id, 'status.edited').length > 0);
      const wanted = [resultFor(made, ['goal'])];
      expect(about(ben, post.id, 'status.published').map((status) => status.filtered)).toEqual([wanted]);
      expect(about(ben, plain.id, 'status.published').map((status) => status.filtered)).toEqual([[]]);
      expect(about(ben, plain.id, 'status.edited').map((status) => status.filtered)).toEqual([wanted]);
      for (const type of ['status.published', 'status.edited'] as const)
        for (const id of [post.id, plain.id]) for (const status of about(max, id, type)) expect(status.filtered).toEqual([]);
      ben.close();
      max.close();
    });

    it('counts from the moment a filter is made, and its owner is told', async () => {
      const client = await LiveClient.connect(roost.url, cast.ben.cookie);
      const stranger = await LiveClient.connect(roost.url, cast.max.cookie);
      for (const channel of ['home', 'notifications'] as const)
        for (const one of [client, stranger]) await one.subscribe(channel);
      const made = await filter();
      const post = await cast.ann.publishes('The goal');
      const [status] = await until(() => {
        const found = about(client, post.id, 'status.published');
        return found.length > 0 && found;
      });
      expect(status?.filtered).toEqual([resultFor(made, ['goal'])]);
      expect(client.events.filter((event) => event.type === 'filters.changed')).toHaveLength(1);
      expect(stranger.events.filter((event) => event.type === 'filters.changed')).toEqual([]);
      client.close();
      stranger.close();
    });

    it('is told to apps by an event without a payload', async () => {
      const socket = await AppSocket.open(roost.url, { token: cast.ben.token });
      await socket.subscribes({ stream: 'user' });
      await filter();
      const told = await until(() => socket.events.find((event) => event.event === 'filters_changed'));
      expect(told).toEqual({ stream: ['user'], event: 'filters_changed' });
      socket.close();
    });
  });
});
