import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  ErrorBody,
  Handling,
  Notification,
  NotificationPolicy,
  NotificationPolicyV1,
  NotificationRequest,
  NotificationRules,
  Status,
} from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import fc from 'fast-check';
import { NOT_FOUND, refusal } from '../posts/support.js';

const POLICY = '/api/v2/notifications/policy';
const REQUESTS = '/api/v1/notifications/requests';
const ACCEPT: NotificationRules = {
  for_not_following: 'accept',
  for_not_followers: 'accept',
  for_new_accounts: 'accept',
  for_private_mentions: 'accept',
  for_limited_accounts: 'filter',
};

let roost: Roost;
let cast: Cast;
/** Ann's post that others like. */
let post: Status;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(async () => {
  await heard();
  await roost.db.query(
    'truncate status, notification, marker, notification_policy, notification_permission, notification_request cascade',
  );
  await roost.db.query('delete from follow');
  await roost.db.query(`update account set created_at = now() - interval '100 days'`);
  post = await cast.ann.publishes('hello');
});

async function heard(): Promise<void> {
  await until(async () => {
    const { rows } = await roost.db.query<{ behind: string }>(
      `select count(*) as behind from journal_entry e, journal_cursor c where c.consumer = 'notifications' and (e.xid, e.seq) > (c.xid, c.seq)`,
    );
    return rows[0]?.behind === '0';
  });
}
const told = (list: Notification[]): string[] => list.map((item) => `${item.type} by ${item.account.acct}`);
async function listOf(person: Person, query: Record<string, string | boolean> = {}): Promise<Notification[]> {
  await heard();
  return (await person.get<Notification[]>('/api/v1/notifications', query)).body;
}
async function requestsOf(person: Person): Promise<NotificationRequest[]> {
  await heard();
  return (await person.get<NotificationRequest[]>(REQUESTS)).body;
}
const setRules = (rules: Partial<NotificationRules>): Promise<NotificationPolicy> => cast.ann.done('PATCH', POLICY, rules);
const unread = async (): Promise<number> =>
  (await cast.ann.get<{ count: number }>('/api/v1/notifications/unread_count')).body.count;

describe('the policy', () => {
  it('accepts everything at first, and is changed rule by rule', async () => {
    const nothing = { pending_requests_count: 0, pending_notifications_count: 0 };
    expect((await cast.ann.get(POLICY)).body).toEqual({ ...ACCEPT, summary: nothing });
    expect(await setRules({ for_new_accounts: 'drop' })).toEqual({ ...ACCEPT, for_new_accounts: 'drop', summary: nothing });
    const put = await cast.ann.done<NotificationPolicy>('PUT', POLICY, { for_not_following: 'filter' });
    expect(put).toMatchObject({ for_new_accounts: 'drop', for_not_following: 'filter' });
    expect((await cast.ben.get(POLICY)).body).toMatchObject(ACCEPT);
  });

  it('refuses what is no handling, and changes nothing then', async () => {
    const answer = await cast.ann.patch<ErrorBody>(POLICY, { for_new_accounts: 'maybe', for_not_following: 'drop' });
    expect(answer.status).toBe(422);
    expect((await cast.ann.get(POLICY)).body).toMatchObject(ACCEPT);
  });

  it('speaks yes and no to older apps, in forms too', async () => {
    const at = '/api/v1/notifications/policy';
    await setRules({ for_not_followers: 'drop' });
    const changed = await cast.ann.patch<NotificationPolicyV1>(at, new URLSearchParams({ filter_not_following: 'true' }));
    expect(changed.body).toMatchObject({ filter_not_following: true, filter_not_followers: true, filter_new_accounts: false });
    expect((await cast.ann.get(POLICY)).body).toMatchObject({ for_not_following: 'filter', for_not_followers: 'drop' });
    expect((await cast.ann.put<NotificationPolicyV1>(at, { filter_not_followers: false })).body.filter_not_followers).toBe(false);
  });
});

describe('what is kept apart', () => {
  it('calls nobody, is counted in the summary, and shows itself when asked for', async () => {
    await setRules({ for_not_following: 'filter' });
    await cast.ben.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    await cast.ben.publishes('@ann look');
    expect(await listOf(cast.ann)).toEqual([]);
    expect(await unread()).toBe(0);
    expect((await cast.ann.get<NotificationPolicy>(POLICY)).body.summary).toEqual({
      pending_requests_count: 1,
      pending_notifications_count: 2,
    });
    const apart = await listOf(cast.ann, { include_filtered: true, account_id: cast.ben.id });
    expect(apart.map(({ type, filtered, roost: ours }) => [type, filtered, ours.unread])).toEqual([
      ['mention', true, false],
      ['favourite', true, false],
    ]);
    const announced = await roost.db.query(
      `select from journal_entry e where e.type = 'notification.created' and e.subject_id in (select id from notification)`,
    );
    expect(announced.rowCount).toBe(0);
  });

  it('is one request for each sender, with the last mention and a count that is text', async () => {
    await setRules({ for_not_following: 'filter' });
    await cast.ben.publishes('@ann one');
    const two = await cast.ben.publishes('@ann two');
    await cast.max.done('POST', `/api/v1/accounts/${cast.ann.id}/follow`);
    const requests = await requestsOf(cast.ann);
    expect(requests.map((request) => [request.account.acct, request.notifications_count, request.last_status?.id])).toEqual([
      ['max', '1', undefined],
      ['ben', '2', two.id],
    ]);
    expect((await cast.ann.get<NotificationRequest>(`${REQUESTS}/${requests[1]?.id}`)).body).toEqual(requests[1]);
    const page = await cast.ann.get<NotificationRequest[]>(REQUESTS, { limit: 1 });
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    expect((await cast.ann.get<NotificationRequest[]>(next)).body.map(({ account }) => account.acct)).toEqual(['ben']);
  });

  it('goes when it is taken back, and its request with it', async () => {
    await setRules({ for_not_following: 'filter' });
    const mention = await cast.ben.publishes('@ann look');
    const [request] = await requestsOf(cast.ann);
    await cast.ben.delete(`/api/v1/statuses/${mention.id}`);
    expect(await requestsOf(cast.ann)).toEqual([]);
    expect(refusal(await cast.ann.get<ErrorBody>(`${REQUESTS}/${request?.id}`))).toEqual(NOT_FOUND);
  });

  it('is put among the others when its sender is let in, who never has to ask again', async () => {
    await setRules({ for_not_following: 'filter' });
    await cast.ben.publishes('@ann one');
    const [request] = await requestsOf(cast.ann);
    expect(await cast.ann.done('POST', `${REQUESTS}/${request?.id}/accept`)).toEqual({});
    expect((await cast.ann.get(`${REQUESTS}/merged`)).body).toEqual({ merged: true });
    await cast.ben.publishes('@ann two');
    expect(told(await listOf(cast.ann))).toEqual(['mention by ben', 'mention by ben']);
    expect(await requestsOf(cast.ann)).toEqual([]);
    expect(await unread()).toBe(2);
  });

  it('is thrown away when its sender is sent away, who may ask again', async () => {
    await setRules({ for_not_following: 'filter' });
    await cast.ben.publishes('@ann one');
    const [request] = await requestsOf(cast.ann);
    expect(await cast.ann.done('POST', `${REQUESTS}/${request?.id}/dismiss`)).toEqual({});
    expect(await requestsOf(cast.ann)).toEqual([]);
    expect(await listOf(cast.ann, { include_filtered: true })).toEqual([]);
    await cast.ben.publishes('@ann two');
    expect((await requestsOf(cast.ann)).map(({ notifications_count }) => notifications_count)).toEqual(['1']);
  });

  it('is answered for several at once, and for what is no request not at all', async () => {
    await setRules({ for_not_following: 'filter' });
    for (const person of [cast.ben, cast.max, cast.ada]) await person.done('POST', `/api/v1/statuses/${post.id}/favourite`);
    const [ada, max, ben] = (await requestsOf(cast.ann)).map(({ id }) => id);
    expect((await cast.ann.post(`${REQUESTS}/accept`, { id: [ben, '1', 'x'] })).body).toEqual({});
    expect((await cast.ann.post(`${REQUESTS}/dismiss`, new URLSearchParams({ 'id[]': max ?? '' }))).body).toEqual({});
    expect((await requestsOf(cast.ann)).map(({ id }) => id)).toEqual([ada]);
    expect(told(await listOf(cast.ann))).toEqual(['favourite by ben']);
    expect((await cast.ann.post(`${REQUESTS}/accept`, {})).body).toEqual({});
  });

  it('is nobody else’s to see or to answer', async () => {
    await setRules({ for_not_following: 'filter' });
    await cast.ben.publishes('@ann one');
    const [request] = await requestsOf(cast.ann);
    expect(await requestsOf(cast.max)).toEqual([]);
    expect(refusal(await cast.max.get<ErrorBody>(`${REQUESTS}/${request?.id}`))).toEqual(NOT_FOUND);
    for (const answer of ['accept', 'dismiss']) {
      expect(refusal(await cast.max.post<ErrorBody>(`${REQUESTS}/${request?.id}/${answer}`))).toEqual(NOT_FOUND);
      await cast.max.post(`${REQUESTS}/${answer}`, { id: [request?.id] });
    }
    expect(await requestsOf(cast.ann)).toHaveLength(1);
  });
});

describe('an answer in private', () => {
  it('is let through where a private word out of the blue is not', async () => {
    await setRules({ for_private_mentions: 'drop' });
    await cast.ben.publishes('@ann psst', { visibility: 'direct' });
    expect(await listOf(cast.ann)).toEqual([]);
    const asked = await cast.ann.publishes('@ben what is it?', { visibility: 'direct' });
    await cast.ben.publishes('@ann this', { visibility: 'direct', in_reply_to_id: asked.id });
    expect(told(await listOf(cast.ann))).toEqual(['mention by ben']);
  });
});

/** Who does it, how they stand to Ann, and what they do. */
interface Case {
  rules: NotificationRules;
  followed: boolean;
  follows: 'not' | 'lately' | 'long';
  fresh: boolean;
  letIn: boolean;
  by: 'ben' | 'max';
  act: 'mention' | 'direct' | 'favourite' | 'reblog';
}
const handling = fc.constantFrom<Handling[]>('accept', 'filter', 'drop');
const aCase: fc.Arbitrary<Case> = fc.record({
  rules: fc.record({
    for_not_following: handling,
    for_not_followers: handling,
    for_new_accounts: handling,
    for_private_mentions: handling,
    for_limited_accounts: handling,
  }),
  followed: fc.boolean(),
  follows: fc.constantFrom('not' as const, 'lately' as const, 'long' as const),
  fresh: fc.boolean(),
  letIn: fc.boolean(),
  by: fc.constantFrom('ben' as const, 'max' as const),
  act: fc.constantFrom('mention' as const, 'direct' as const, 'favourite' as const, 'reblog' as const),
});

/** The table of the policy, said once more: who is meant by which rule. */
function wanted({ rules, followed, follows, fresh, letIn, by, act }: Case): 'shown' | 'kept apart' | 'nowhere' {
  if (letIn) return 'shown';
  const isMention = act === 'mention' || act === 'direct';
  if (isMention && by === 'max') return 'shown'; // a moderator
  const concerned: Handling[] = [];
  if (!followed) concerned.push(rules.for_not_following);
  if (follows !== 'long') concerned.push(rules.for_not_followers);
  if (!followed && fresh) concerned.push(rules.for_new_accounts);
  if (!followed && act === 'direct') concerned.push(rules.for_private_mentions);
  return concerned.includes('drop') ? 'nowhere' : concerned.includes('filter') ? 'kept apart' : 'shown';
}

it('shows, keeps apart or drops each notification exactly as the policy says', async () => {
  await fc.assert(
    fc.asyncProperty(aCase, async (one) => {
      const sender = cast[one.by];
      await roost.db.query('truncate notification, notification_permission, notification_request, favourite');
      await roost.db.query('delete from follow');
      await roost.db.query(`update account set created_at = now() - $2 * interval '1 day' where id = $1`, [
        sender.id,
        one.fresh ? 5 : 100,
      ]);
      const follow = `insert into follow (account_id, target_id, created_at) values ($1, $2, now() - $3 * interval '1 day')`;
      if (one.followed) await roost.db.query(follow, [cast.ann.id, sender.id, 1]);
      if (one.follows !== 'not') await roost.db.query(follow, [sender.id, cast.ann.id, one.follows === 'long' ? 10 : 1]);
      if (one.letIn) await roost.db.query('insert into notification_permission values ($1, $2)', [cast.ann.id, sender.id]);
      await setRules(one.rules);
      if (one.act === 'favourite' || one.act === 'reblog')
        await sender.done('POST', `/api/v1/statuses/${(await cast.ann.publishes('again')).id}/${one.act}`);
      else await sender.publishes('@ann hello', { visibility: one.act === 'direct' ? 'direct' : 'public' });
      const type = one.act === 'direct' ? 'mention' : one.act;
      const by = (list: Notification[]) => list.filter((item) => item.type === type).map((item) => item.filtered ?? false);
      const shown = by(await listOf(cast.ann));
      const all = by(await listOf(cast.ann, { include_filtered: true }));
      const requests = await requestsOf(cast.ann);
      const expected = wanted(one);
      expect({ shown, all, requests: requests.length, unread: await unread() }).toEqual(
        expected === 'shown'
          ? { shown: [false], all: [false], requests: 0, unread: 1 }
          : expected === 'kept apart'
            ? { shown: [], all: [true], requests: 1, unread: 0 }
            : { shown: [], all: [], requests: 0, unread: 0 },
      );
    }),
    { numRuns: 60 },
  );
}, 120_000);
