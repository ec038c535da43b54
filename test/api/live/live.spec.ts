import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveChannel, SubscribeAnswer } from '@roost/contracts';
import { type Cast, LiveClient, type Person, type Roost, startRoost, until } from '@roost/test-kit';

describe('live timelines', () => {
  let roost: Roost;
  let cast: Cast;
  const clients: LiveClient[] = [];

  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => roost.stop());

  const connect = async (person: Person, ...channels: LiveChannel[]): Promise<LiveClient> => {
    const client = await LiveClient.connect(roost.url, person.cookie);
    clients.push(client);
    for (const channel of channels) expect(await client.subscribe(channel)).toMatchObject({ ok: true });
    return client;
  };

  it('brings a post to the home of a follower, to the company, its hashtag, its author and its thread, and to nobody else', async () => {
    const { ann, ben, max } = cast;
    const first = await ann.publishes('Where do we meet?');
    const follower = await connect(ben, 'home', 'company', 'tag:dockswap', `account:${ann.id}`, `thread:${first.id}`);
    const stranger = await connect(max, 'home', 'tag:other', `account:${ben.id}`);
    const post = await ann.publishes('At the #DockSwap', { in_reply_to_id: first.id });
    const got = await until(() => {
      const events = follower.published(post.id);
      return events.length >= 5 && events;
    });
    expect(got.map((event) => event.channel).sort()).toEqual(
      ['home', 'company', 'tag:dockswap', `account:${ann.id}`, `thread:${first.id}`].sort(),
    );
    const last = await max.publishes('A post that max sees after it, or would have');
    await until(() => stranger.published(last.id).length > 0);
    expect(stranger.published(post.id)).toEqual([]);
  });

  it('does not show a post to somebody the author blocked, nor a followers-only post to a stranger, nor a direct one to third parties', async () => {
    const { ann, ben, cleo, max } = cast;
    const blocked = await connect(cleo, 'company', 'home');
    const stranger = await connect(max, 'company', `account:${ann.id}`);
    const follower = await connect(ben, 'home', `account:${ann.id}`);
    const hidden = await ann.publishes('Not for Cleo');
    const forFollowers = await ann.publishes('For followers', { visibility: 'private' });
    const direct = await ann.publishes('@max only you', { visibility: 'direct' });
    const end = await ben.publishes('The end');
    await until(
      () =>
        blocked.published(end.id).length > 0 &&
        stranger.published(end.id).length > 0 &&
        follower.published(forFollowers.id).length > 1,
    );
    expect(blocked.published(hidden.id)).toEqual([]);
    expect(stranger.published(forFollowers.id)).toEqual([]);
    expect(follower.published(direct.id)).toEqual([]);
    expect(stranger.published(direct.id)).toHaveLength(1);
  });

  it('tells of edits, counts and deletions', async () => {
    const { ann, ben } = cast;
    const watcher = await connect(ben, 'company');
    const post = await ann.publishes('A tpyo');
    // A post is told as it is when it is told: each change waits for the one before.
    const told = (type: string) => until(() => watcher.about(post.id).some((event) => event.type === type));
    await told('status.published');
    await ann.done('PUT', `/api/v1/statuses/${post.id}`, { status: 'A typo' });
    await told('status.edited');
    await ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await told('status.counters');
    await ann.done('DELETE', `/api/v1/statuses/${post.id}`);
    const events = await until(() => {
      const about = watcher.about(post.id);
      return about.some((event) => event.type === 'status.deleted') && about;
    });
    expect(events.map((event) => event.type)).toEqual(['status.published', 'status.edited', 'status.counters', 'status.deleted']);
    const edited = events.find((event) => event.type === 'status.edited');
    expect(edited?.type === 'status.edited' && edited.payload.roost.text).toBe('A typo');
  });

  it('follows a new follow at once, and an unfollow too', async () => {
    const { max, ben } = cast;
    const watcher = await connect(max, 'home');
    await max.follows(ben);
    const seen = await ben.publishes('Now Max sees me');
    await until(() => watcher.published(seen.id).length > 0);
    await max.done('POST', `/api/v1/accounts/${ben.id}/unfollow`);
    const unseen = await ben.publishes('Now he does not');
    const own = await max.publishes('My own');
    await until(() => watcher.published(own.id).length > 0);
    expect(watcher.published(unseen.id)).toEqual([]);
  });

  it('rings for a mention on every device, tells when it was read, and bothers nobody else', async () => {
    const { ann, ben, max } = cast;
    const [phone, desk, other] = [
      await connect(ann, 'notifications'),
      await connect(ann, 'notifications'),
      await connect(max, 'notifications'),
    ];
    const post = await ben.publishes('@ann look at this');
    const notification = await until(() => desk.notifications().find((item) => item.status?.id === post.id));
    expect(notification).toMatchObject({ type: 'mention', account: { acct: 'ben' }, roost: { unread: true } });
    await ann.done('POST', '/api/v1/markers', { notifications: { last_read_id: notification.id } });
    await until(() =>
      phone.events.some((event) => event.type === 'notifications.read' && event.payload.last_read_id === notification.id),
    );
    expect(other.events).toEqual([]);
  });

  it('gives somebody who was away what they missed, each once and in order, and goes on from there', async () => {
    const { ann, ben } = cast;
    const before = await connect(ben, 'home');
    const seen = await ann.publishes('Seen');
    await until(() => before.published(seen.id).length > 0);
    const cursor = before.events.at(-1)?.cursor;
    before.close();
    const missed: string[] = [];
    for (let index = 0; index < 12; index++) missed.push((await ann.publishes(`Missed ${index}`)).id);
    const after = await LiveClient.connect(roost.url, ben.cookie);
    clients.push(after);
    const meanwhile = ann.publishes('Meanwhile');
    await after.subscribe('home', cursor);
    const later = [(await meanwhile).id, (await ann.publishes('Later')).id];
    await until(() => after.published(later[1] ?? '').length > 0);
    expect(after.events.flatMap((event) => (event.type === 'status.published' ? [event.payload.id] : []))).toEqual([
      ...missed,
      ...later,
    ]);
  });

  it('cuts a connection within a second when its session is revoked', async () => {
    const { ben } = cast;
    const watcher = await connect(ben, 'home');
    const { rows } = await roost.db.query<{ id: string }>('select id from session where account_id = $1', [ben.id]);
    const session = rows[0]?.id;
    const start = Date.now();
    expect((await ben.web.delete(`/api/roost/v1/sessions/${session}`)).status).toBe(204);
    expect(await until(() => watcher.closed)).toBe('signed_out');
    expect(Date.now() - start).toBeLessThan(1000);
    await expect(LiveClient.connect(roost.url, ben.cookie)).rejects.toThrow('unauthenticated');
  });

  it('cuts a connection within a second when its account is suspended', async () => {
    const { max, ada } = cast;
    const watcher = await connect(max, 'home');
    const start = Date.now();
    expect((await ada.web.post(`/api/roost/v1/accounts/${max.id}/suspend`, { reason: 'test' })).status).toBe(200);
    expect(await until(() => watcher.closed)).toBe('suspended');
    expect(Date.now() - start).toBeLessThan(1000);
  });

  it('refuses other sites, strangers and channels that do not exist', async () => {
    const { ann } = cast;
    await expect(LiveClient.connect(roost.url, ann.cookie, { origin: 'https://evil.example' })).rejects.toThrow('foreign_origin');
    await expect(LiveClient.connect(roost.url, 'nonsense')).rejects.toThrow('unauthenticated');
    const client = await connect(ann);
    for (const channel of ['nonsense', 'thread:1', 'thread:x', 'account:1', 'tag:', null, { kind: 'home' }]) {
      const answer: SubscribeAnswer = await client.subscribe(channel as LiveChannel);
      expect(answer.ok).toBe(false);
    }
  });
});
