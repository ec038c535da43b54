import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ErrorBody, GroupedNotifications, type Markers, type Notification, type Status } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(async () => {
  await heard();
  await roost.db.query('truncate status, notification, marker cascade');
  await roost.db.query('delete from mute');
});

/** Resolves when the room has heard all that was written so far. */
async function heard(): Promise<void> {
  await until(async () => {
    const { rows } = await roost.db.query<{ behind: string }>(
      `select count(*) as behind from journal_entry e, journal_cursor c where c.consumer = 'notifications' and (e.xid, e.seq) > (c.xid, c.seq)`,
    );
    return rows[0]?.behind === '0';
  });
}
async function notificationsOf(person: Person, query: Record<string, string | string[] | number> = {}): Promise<Notification[]> {
  await heard();
  const answer = await person.get<Notification[]>('/api/v1/notifications', query);
  expect(answer.status).toBe(200);
  return answer.body;
}
const told = (list: Notification[]): string[] =>
  list.map((item) => `${item.type}${item.roost.reply ? ' (reply)' : ''} by ${item.account.acct}`);
const unread = async (person: Person, query = {}): Promise<number> =>
  (await person.get<{ count: number }>('/api/v1/notifications/unread_count', query)).body.count;

describe('what somebody is told of', () => {
  it('is every mention and answer, once, with the status in it', async () => {
    const post = await cast.ann.publishes('hello');
    const reply = await cast.ben.publishes('@ann hello back', { in_reply_to_id: post.id });
    await cast.max.publishes('unnamed answer', { in_reply_to_id: post.id });
    await cast.max.publishes('by the way, @ann and @ben');
    const list = await notificationsOf(cast.ann);
    expect(told(list)).toEqual(['mention by max', 'mention (reply) by max', 'mention (reply) by ben']);
    expect(list[2]?.status?.id).toBe(reply.id);
    expect(list[2]?.status?.roost.text).toBe('@ann hello back');
    expect(told(await notificationsOf(cast.ben))).toEqual(['mention by max']);
  });

  it('is nothing that they do themselves, and nothing they may not see', async () => {
    const post = await cast.ann.publishes('@ann to myself', { visibility: 'direct' });
    await cast.ann.publishes('@ann again', { in_reply_to_id: post.id });
    expect(await notificationsOf(cast.ann)).toEqual([]);
  });

  it('is every boost and favourite of their posts, until it is taken back', async () => {
    const post = await cast.ann.publishes('hello');
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await cast.max.done('POST', `/api/v1/statuses/${post.id}/reblog`);
    const list = await notificationsOf(cast.ann);
    expect(told(list)).toEqual(['reblog by max', 'favourite by ben']);
    expect(list.map((item) => item.status?.id)).toEqual([post.id, post.id]);
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/unfavourite`);
    expect(told(await notificationsOf(cast.ann))).toEqual(['reblog by max']);
    await cast.max.done('POST', `/api/v1/statuses/${post.id}/unreblog`);
    expect(await notificationsOf(cast.ann)).toEqual([]);
  });

  it('goes with the status it speaks of', async () => {
    const post = await cast.ben.publishes('@ann look');
    expect(await notificationsOf(cast.ann)).toHaveLength(1);
    await cast.ben.done('DELETE', `/api/v1/statuses/${post.id}`);
    expect(await notificationsOf(cast.ann)).toEqual([]);
    expect((await roost.db.query('select from notification')).rowCount).toBe(0);
  });

  it('is who follows them, until they stop', async () => {
    await cast.max.follows(cast.ann);
    const list = await notificationsOf(cast.ann);
    expect(told(list)).toEqual(['follow by max']);
    expect(list[0]?.status).toBeUndefined();
    await cast.max.done('POST', `/api/v1/accounts/${cast.ann.id}/unfollow`);
    expect(await notificationsOf(cast.ann)).toEqual([]);
  });

  it('is who asks to follow a locked account, until that is answered or withdrawn', async () => {
    await roost.db.query('update account set locked = true where id = $1', [cast.ada.id]);
    await cast.ben.follows(cast.ada);
    await cast.max.follows(cast.ada);
    await cast.ann.follows(cast.ada);
    expect(told(await notificationsOf(cast.ada))).toEqual([
      'follow_request by ann',
      'follow_request by max',
      'follow_request by ben',
    ]);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ada.id}/unfollow`);
    await cast.ada.done('POST', `/api/v1/follow_requests/${cast.max.id}/authorize`);
    await cast.ada.done('POST', `/api/v1/follow_requests/${cast.ann.id}/reject`);
    expect(await notificationsOf(cast.ada)).toEqual([]);
    await roost.db.query('update account set locked = false where id = $1', [cast.ada.id]);
    await cast.max.done('POST', `/api/v1/accounts/${cast.ada.id}/unfollow`);
  });

  it('is the edit of something they boosted, and being named by an edit', async () => {
    const post = await cast.ann.publishes('first version');
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/reblog`);
    await cast.ann.done('PUT', `/api/v1/statuses/${post.id}`, { status: 'second version for @max' });
    expect(told(await notificationsOf(cast.ben))).toEqual(['update by ann']);
    expect(told(await notificationsOf(cast.max))).toEqual(['mention by ann']);
    await cast.ann.done('PUT', `/api/v1/statuses/${post.id}`, { status: 'third version for @max' });
    expect(told(await notificationsOf(cast.max))).toEqual(['mention by ann']);
  });

  it('is every post, but no answer to others, of somebody whose bell they rang', async () => {
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/follow`, { notify: true });
    const other = await cast.max.publishes('by max');
    const own = await cast.ann.publishes('news');
    await cast.ann.publishes('more news', { in_reply_to_id: own.id });
    await cast.ann.publishes('to max', { in_reply_to_id: other.id });
    await cast.ann.publishes('for @ben himself');
    expect(told(await notificationsOf(cast.ben))).toEqual(['mention by ann', 'status by ann', 'status by ann']);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/follow`, { notify: false });
  });
});

describe('what somebody is spared', () => {
  it('is whatever comes from people they mute, in threads they mute, and across a block', async () => {
    const post = await cast.ann.publishes('hello');
    await cast.ann.done('POST', `/api/v1/accounts/${cast.max.id}/mute`);
    await cast.max.publishes('@ann while muted');
    await cast.cleo.publishes('@ann while blocked');
    await cast.ann.done('POST', `/api/v1/statuses/${post.id}/mute`);
    await cast.ben.publishes('@ann in a muted thread', { in_reply_to_id: post.id });
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    expect(await notificationsOf(cast.ann)).toEqual([]);
    await cast.ann.done('POST', `/api/v1/accounts/${cast.max.id}/unmute`);
    expect(await notificationsOf(cast.ann)).toEqual([]);
  });

  it('still includes notifications of somebody whose posts alone are muted', async () => {
    await cast.ann.done('POST', `/api/v1/accounts/${cast.max.id}/mute`, { notifications: false });
    await cast.max.publishes('@ann hello');
    expect(told(await notificationsOf(cast.ann))).toEqual(['mention by max']);
  });

  it('covers what came before a mute, a block or a suspension, and the count of what is unread', async () => {
    await cast.max.publishes('@ann hello');
    expect(await notificationsOf(cast.ann)).toHaveLength(1);
    expect(await unread(cast.ann)).toBe(1);
    const hidden = async (): Promise<void> => {
      expect(await notificationsOf(cast.ann)).toEqual([]);
      expect(await unread(cast.ann)).toBe(0);
    };
    await cast.ann.done('POST', `/api/v1/accounts/${cast.max.id}/mute`);
    await hidden();
    await cast.ann.done('POST', `/api/v1/accounts/${cast.max.id}/unmute`);
    await cast.max.done('POST', `/api/v1/accounts/${cast.ann.id}/block`);
    await hidden();
    await cast.max.done('POST', `/api/v1/accounts/${cast.ann.id}/unblock`);
    await roost.db.query(`update account set state = 'suspended' where id = $1`, [cast.max.id]);
    await hidden();
    await roost.db.query(`update account set state = 'active' where id = $1`, [cast.max.id]);
    expect(await notificationsOf(cast.ann)).toHaveLength(1);
  });

  it('covers a post for followers once they follow no more', async () => {
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/follow`, { notify: true });
    const post = await cast.ann.publishes('for followers', { visibility: 'private' });
    expect(told(await notificationsOf(cast.ben))).toEqual(['status by ann']);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/unfollow`);
    expect(await notificationsOf(cast.ben)).toEqual([]);
    await cast.ben.follows(cast.ann);
    expect((await notificationsOf(cast.ben)).map((item) => item.status?.id)).toEqual([post.id]);
  });
});

describe('the consumer', () => {
  it('tells nothing twice when it hears the same entries again', async () => {
    const { rows } = await roost.db.query<{ xid: string; seq: string }>(
      `select xid::text, seq from journal_cursor where consumer = 'notifications'`,
    );
    const post = await cast.ann.publishes('hello');
    await cast.ben.publishes('@ann hi', { in_reply_to_id: post.id });
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    const before = await notificationsOf(cast.ann);
    await roost.db.query(`update journal_cursor set xid = $1::xid8, seq = $2 where consumer = 'notifications'`, [
      rows[0]!.xid,
      rows[0]!.seq,
    ]);
    expect(await notificationsOf(cast.ann)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it('says in the journal for whom there is something new, once each', async () => {
    await cast.max.publishes('@ann @ben hello');
    await notificationsOf(cast.ann);
    const { rows } = await roost.db.query<{ payload: { notificationId: string; accountId: string } }>(
      `select p.payload from journal_entry e join journal_payload p on p.seq = e.seq
        where e.type = 'notification.created' and e.subject_id in (select id from notification) order by e.seq`,
    );
    expect(new Set(rows.map((row) => row.payload.accountId))).toEqual(new Set([cast.ann.id, cast.ben.id]));
    const [own] = await notificationsOf(cast.ann);
    expect(rows.find((row) => row.payload.accountId === cast.ann.id)?.payload.notificationId).toBe(own?.id);
  });
});

describe('the list', () => {
  const several = async (): Promise<Status> => {
    const post = await cast.ann.publishes('hello');
    await cast.ben.publishes('@ann one');
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await cast.max.publishes('@ann two');
    await heard();
    return post;
  };

  it('can be narrowed by type and by person', async () => {
    await several();
    expect(told(await notificationsOf(cast.ann, { types: ['mention'] }))).toEqual(['mention by max', 'mention by ben']);
    expect(told(await notificationsOf(cast.ann, { exclude_types: ['mention'] }))).toEqual(['favourite by ben']);
    expect(told(await notificationsOf(cast.ann, { types: ['mention', 'quote'], account_id: cast.ben.id }))).toEqual([
      'mention by ben',
    ]);
    expect(told(await notificationsOf(cast.ann, { types: ['quote'] }))).toEqual([]);
  });

  it('pages by the ids of the notifications', async () => {
    await several();
    const first = await cast.ann.get<Notification[]>('/api/v1/notifications', { limit: 2 });
    expect(told(first.body)).toEqual(['mention by max', 'favourite by ben']);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')![1]!;
    expect(next).toContain(`max_id=${first.body[1]?.id}`);
    const second = await cast.ann.get<Notification[]>(next);
    expect(told(second.body)).toEqual(['mention by ben']);
    expect(second.headers.get('link')).not.toContain('rel="next"');
  });

  it('groups what is done to one status within an hour, by a key', async () => {
    const post = await cast.ann.publishes('hello');
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await cast.max.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await heard();
    await roost.db.query(`update notification set created_at = date_trunc('hour', now())`);
    const [one, two] = await notificationsOf(cast.ann);
    expect(one?.group_key).toBe(two?.group_key);
    await cast.ben.publishes('@ann alone');
    const [mention] = await notificationsOf(cast.ann);
    expect(mention?.group_key).toBe(`ungrouped-${mention?.id}`);
  });

  it('belongs to its receiver: nobody else reads or dismisses from it', async () => {
    await several();
    const [newest] = await notificationsOf(cast.ann);
    expect((await cast.ann.get<Notification>(`/api/v1/notifications/${newest!.id}`)).body.id).toBe(newest!.id);
    expect((await cast.ben.get(`/api/v1/notifications/${newest!.id}`)).status).toBe(404);
    expect((await cast.ben.post(`/api/v1/notifications/${newest!.id}/dismiss`)).status).toBe(404);
    await cast.ben.done('POST', '/api/v1/notifications/clear');
    expect(await notificationsOf(cast.ann)).toHaveLength(3);
    await cast.ann.done('POST', `/api/v1/notifications/${newest!.id}/dismiss`);
    expect((await cast.ann.get(`/api/v1/notifications/${newest!.id}`)).status).toBe(404);
    expect(await notificationsOf(cast.ann)).toHaveLength(2);
    await cast.ann.done('POST', '/api/v1/notifications/clear');
    expect(await notificationsOf(cast.ann)).toEqual([]);
    expect((await cast.ann.get('/api/v1/notifications/nothing')).status).toBe(404);
  });
});

describe('groups', () => {
  const grouped = async (query = {}): Promise<GroupedNotifications> => {
    await heard();
    const answer = await cast.ann.get<GroupedNotifications>('/api/v2/notifications', query);
    expect(GroupedNotifications.parse(answer.body)).toEqual(answer.body);
    return answer.body;
  };
  const busyHour = async (): Promise<Status> => {
    const post = await cast.ann.publishes('hello');
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await cast.ben.publishes('@ann alone');
    await cast.max.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await heard();
    await roost.db.query(`update notification set created_at = date_trunc('hour', now())`);
    return post;
  };

  it('put together what several did to one status, at the place of the newest', async () => {
    const post = await busyHour();
    const { accounts, statuses, notification_groups: groups } = await grouped();
    expect(groups.map((group) => [group.type, group.notifications_count])).toEqual([
      ['favourite', 2],
      ['mention', 1],
    ]);
    expect(groups[0]).toMatchObject({ status_id: post.id, sample_account_ids: [cast.max.id, cast.ben.id] });
    expect(groups[0]?.most_recent_notification_id).toBe(Number(groups[0]?.page_max_id));
    expect(accounts.map((account) => account.acct).sort()).toEqual(['ben', 'max']);
    expect(statuses).toHaveLength(2);
    expect((await grouped({ grouped_types: ['reblog'] })).notification_groups).toHaveLength(3);
    // A page that holds only the newest of a group still says how many there are.
    expect((await grouped({ limit: 1 })).notification_groups).toMatchObject([
      { notifications_count: 2, page_min_id: groups[0]?.page_max_id },
    ]);
  });

  it('are found, and thrown away, by their key, and by their receiver only', async () => {
    await busyHour();
    const [favourites, mention] = (await grouped()).notification_groups;
    const path = `/api/v2/notifications/${favourites!.group_key}`;
    expect((await cast.ann.get<GroupedNotifications>(path)).body.notification_groups).toMatchObject([{ notifications_count: 2 }]);
    expect((await cast.ann.get<{ acct: string }[]>(`${path}/accounts`)).body.map((account) => account.acct)).toEqual([
      'max',
      'ben',
    ]);
    expect((await cast.ben.get(path)).status).toBe(404);
    expect((await cast.ben.post(`${path}/dismiss`)).status).toBe(404);
    await cast.ann.done('POST', `${path}/dismiss`);
    expect((await cast.ann.get(path)).status).toBe(404);
    expect((await grouped()).notification_groups.map((group) => group.group_key)).toEqual([mention!.group_key]);
    for (const odd of ['x', 'favourite-1', 'favourite-1-99999999', 'ungrouped-x', 'mention-1-1'])
      expect((await cast.ann.get(`/api/v2/notifications/${odd}`)).status).toBe(404);
  });
});

describe('groups asked for with faces only', () => {
  it('name the newest of each group and show the others as faces', async () => {
    const post = await cast.ann.publishes('hello');
    for (const person of [cast.ben, cast.max, cast.ada]) await person.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await heard();
    await roost.db.query(`update notification set created_at = date_trunc('hour', now())`);
    const { body } = await cast.ann.get<GroupedNotifications>('/api/v2/notifications', { expand_accounts: 'partial_avatars' });
    expect(body.accounts.map((account) => account.acct)).toEqual(['ada']);
    expect(body.partial_accounts?.map((account) => account.acct)).toEqual(['max', 'ben']);
    expect(Object.keys(body.partial_accounts?.[0] ?? {}).sort()).toEqual([
      'acct',
      'avatar',
      'avatar_static',
      'bot',
      'id',
      'locked',
      'url',
    ]);
    const full = await cast.ann.get<GroupedNotifications>('/api/v2/notifications', { expand_accounts: 'full' });
    expect(full.body.accounts).toHaveLength(3);
    expect(full.body).not.toHaveProperty('partial_accounts');
  });

  it('are counted as one each by the count of groups, up to the limit asked for', async () => {
    const post = await cast.ann.publishes('hello');
    for (const person of [cast.ben, cast.max, cast.ada]) await person.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await cast.ben.publishes('@ann one');
    await cast.ben.publishes('@ann two');
    await heard();
    await roost.db.query(`update notification set created_at = date_trunc('hour', now())`);
    const count = async (query = {}): Promise<number> =>
      (await cast.ann.get<{ count: number }>('/api/v2/notifications/unread_count', query)).body.count;
    expect(await unread(cast.ann)).toBe(5);
    expect(await count()).toBe(3);
    expect(await count({ limit: 2 })).toBe(2);
    expect(await count({ grouped_types: ['reblog'] })).toBe(5);
    expect(await count({ types: ['favourite'] })).toBe(1);
    expect(await count({ exclude_types: ['favourite'], account_id: cast.ben.id })).toBe(2);
  });
});

describe('markers', () => {
  it('refuse a step that another device overtook without going as far', async () => {
    await cast.ann.done('POST', '/api/v1/markers', { home: { last_read_id: '10' } });
    const other = await roost.db.connect();
    try {
      await other.query('begin');
      await other.query(`update marker set last_read_id = 20, version = version + 1 where account_id = $1`, [cast.ann.id]);
      const late = cast.ann.post<ErrorBody>('/api/v1/markers', { home: { last_read_id: '30' } });
      const passed = cast.ann.post<Markers>('/api/v1/markers', { home: { last_read_id: '15' } });
      await until(async () => {
        const { rows } = await roost.db.query<{ waiting: number }>(
          `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into marker%' and datname = current_database()`,
        );
        return rows[0]?.waiting === 2;
      });
      await other.query('commit');
      expect([(await late).status, (await late).body.code]).toEqual([409, 'marker.moved']);
      expect([(await passed).status, (await passed).body.home?.last_read_id]).toEqual([200, '20']);
    } finally {
      other.release();
    }
    await cast.ann.done('POST', '/api/v1/markers', { home: { last_read_id: '30' } });
    expect((await markers('home')).home?.last_read_id).toBe('30');
  });

  const markers = async (...timelines: string[]): Promise<Markers> =>
    (await cast.ann.get<Markers>('/api/v1/markers', { timeline: timelines })).body;

  it('are answered for every timeline asked for, also before anything was read', async () => {
    expect(await markers('home', 'notifications')).toMatchObject({
      home: { last_read_id: '0', version: 0 },
      notifications: { last_read_id: '0', version: 0 },
    });
    expect(await markers('home', 'elsewhere')).toEqual({ home: expect.anything() });
    expect(await markers()).toEqual({});
  });

  it('move forward only, on every device', async () => {
    const moved = await cast.ann.done<Markers>('POST', '/api/v1/markers', { home: { last_read_id: '200' } });
    expect(moved).toMatchObject({ home: { last_read_id: '200', version: 1 } });
    const back = await cast.ann.done<Markers>('POST', '/api/v1/markers', { home: { last_read_id: '100' } });
    expect(back).toMatchObject({ home: { last_read_id: '200', version: 1 } });
    const form = new URLSearchParams({ 'home[last_read_id]': '300', 'notifications[last_read_id]': '5' });
    expect(await cast.ann.done<Markers>('POST', '/api/v1/markers', form)).toMatchObject({
      home: { last_read_id: '300', version: 2 },
      notifications: { last_read_id: '5', version: 1 },
    });
    expect((await cast.ben.get<Markers>('/api/v1/markers', { timeline: ['home'] })).body.home?.version).toBe(0);
    expect((await cast.ann.post('/api/v1/markers', { home: { last_read_id: 'x' } })).status).toBe(422);
  });

  it('decide what is unread, and their moving is told to the other devices', async () => {
    await cast.ben.publishes('@ann one');
    await cast.ben.publishes('@ann two');
    const [newest, older] = await notificationsOf(cast.ann);
    expect(await unread(cast.ann)).toBe(2);
    expect(await unread(cast.ann, { limit: 1 })).toBe(1);
    await cast.ann.done('POST', '/api/v1/markers', { notifications: { last_read_id: older!.id } });
    expect(await unread(cast.ann)).toBe(1);
    expect((await notificationsOf(cast.ann)).map((item) => item.roost.unread)).toEqual([true, false]);
    await cast.ann.done('POST', '/api/v1/markers', { notifications: { last_read_id: newest!.id } });
    expect(await unread(cast.ann)).toBe(0);
    const { rows } = await roost.db.query<{ payload: { lastReadId: string } }>(
      `select p.payload from journal_entry e join journal_payload p on p.seq = e.seq where e.type = 'notifications.read' order by e.seq desc limit 1`,
    );
    expect(rows[0]?.payload).toEqual({ accountId: cast.ann.id, lastReadId: newest!.id });
  });
});
