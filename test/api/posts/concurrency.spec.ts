import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorBody, Status } from '@roost/contracts';
import { type Answer, type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { journalOf, oneRow } from './support.js';

const AT_ONCE = 100;

let roost: Roost;
let cast: Cast;
let crowd: Person[];

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  crowd = await Promise.all(Array.from({ length: 20 }, (_, index) => roost.person({ handle: `crowd${index}` })));
});
afterAll(() => roost.stop());

function allAtOnce<Body>(work: (index: number) => Promise<Answer<Body>>): Promise<Answer<Body>[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, (_, index) => work(index)));
}

function statusesOf(answers: Answer<unknown>[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function member(index: number): Person {
  const person = crowd[index % crowd.length];
  if (!person) throw new Error('an empty crowd');
  return person;
}

describe('Idempotency-Key', () => {
  it('makes 100 equal requests at once one post, and answers all of them with it', async () => {
    const { ann } = cast;
    const answers = await allAtOnce(() =>
      ann.post<Status>('/api/v1/statuses', { status: 'only once #idem' }, { headers: { 'idempotency-key': 'k-100' } }),
    );
    expect(statusesOf(answers)).toEqual({ 200: AT_ONCE });
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const made = await oneRow<{ count: number }>(
      roost,
      `select count(*)::int as count from status where text = 'only once #idem'`,
    );
    expect(made.count).toBe(1);
    expect(await journalOf(roost, answers[0]?.body.id ?? '')).toHaveLength(1);
  });

  it('refuses the same key for another text, and takes it from another person', async () => {
    const { ann, ben } = cast;
    const headers = { 'idempotency-key': 'k-other' };
    const first = await ann.post<Status>('/api/v1/statuses', { status: 'mine' }, { headers });
    const second = await ann.post<ErrorBody>('/api/v1/statuses', { status: 'changed' }, { headers });
    expect(second).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
    const other = await ben.post<Status>('/api/v1/statuses', { status: 'mine' }, { headers });
    expect(other.status).toBe(200);
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('does not remember a refusal', async () => {
    const { ann } = cast;
    const headers = { 'idempotency-key': 'k-refused' };
    expect((await ann.post('/api/v1/statuses', { status: 'x'.repeat(141) }, { headers })).status).toBe(422);
    expect((await ann.post('/api/v1/statuses', { status: 'short now' }, { headers })).status).toBe(200);
  });
});

describe('counters', () => {
  it('stay exact when a crowd favours and takes back at once', async () => {
    const status = await cast.ann.publishes('likes, please');
    const answers = await allAtOnce((index) => {
      const verb = index % 3 === 2 ? 'unfavourite' : 'favourite';
      return member(index).post(`/api/v1/statuses/${status.id}/${verb}`);
    });
    expect(statusesOf(answers)).toEqual({ 200: AT_ONCE });
    const rows = await oneRow<{ count: number }>(roost, 'select count(*)::int as count from favourite where status_id = $1', [
      status.id,
    ]);
    const entries = await journalOf(roost, status.id, 'status.%favourited');
    const balance = entries.filter((entry) => entry.type === 'status.favourited').length * 2 - entries.length;
    expect((await cast.ann.get<Status>(`/api/v1/statuses/${status.id}`)).body.favourites_count).toBe(rows.count);
    expect(balance).toBe(rows.count);
  });

  it('stay exact when a crowd boosts and takes back at once', async () => {
    const status = await cast.ann.publishes('boosts, please #boosted');
    const answers = await allAtOnce((index) => {
      const verb = index % 3 === 2 ? 'unreblog' : 'reblog';
      return member(index).post(`/api/v1/statuses/${status.id}/${verb}`);
    });
    // A boost that the same person took back before it could be shown is not found.
    expect(Object.keys(statusesOf(answers)).filter((code) => code !== '200' && code !== '404')).toEqual([]);
    const rows = await oneRow<{ count: number }>(
      roost,
      'select count(*)::int as count from status where boost_of_id = $1 and deleted_at is null',
      [status.id],
    );
    expect((await cast.ann.get<Status>(`/api/v1/statuses/${status.id}`)).body.reblogs_count).toBe(rows.count);
    const entries = await journalOf(roost, status.id, 'status.%boosted');
    expect(entries.filter((entry) => entry.type === 'status.boosted').length * 2 - entries.length).toBe(rows.count);
  });

  it('stay exact, and nobody waits in a circle, when people answer each other with the same tags', async () => {
    const roots = await Promise.all(crowd.slice(0, 5).map((person) => person.publishes('a root')));
    const answers = await allAtOnce((index) => {
      const tags = index % 2 === 0 ? '#alpha #Beta #gamma' : '#Gamma #beta #ALPHA';
      return member(index).post('/api/v1/statuses', {
        status: `answer ${index} ${tags}`,
        in_reply_to_id: roots[index % roots.length]?.id,
      });
    });
    expect(statusesOf(answers)).toEqual({ 200: AT_ONCE });
    for (const root of roots) expect((await cast.ann.get<Status>(`/api/v1/statuses/${root.id}`)).body.replies_count).toBe(20);
    const wrong = await roost.db.query(
      `select a.handle from account a where a.handle like 'crowd%'
          and a.statuses_count <> (select count(*) from status s where s.account_id = a.id and s.deleted_at is null and s.boost_of_id is null and s.visibility <> 'direct')`,
    );
    expect(wrong.rows).toEqual([]);
  });

  it('agree with the rows after everybody did everything to a post that was deleted meanwhile', async () => {
    const { ann } = cast;
    const root = await ann.publishes('root');
    const status = await ann.publishes('here today', { in_reply_to_id: root.id });
    const path = `/api/v1/statuses/${status.id}`;
    const answers = await allAtOnce((index) => {
      if (index === 50) return ann.delete(path);
      if (index % 4 === 0) return member(index).post(`${path}/reblog`);
      if (index % 4 === 1) return member(index).post(`${path}/favourite`);
      if (index % 4 === 2) return member(index).post('/api/v1/statuses', { status: 'reply', in_reply_to_id: status.id });
      return member(index).post(`${path}/bookmark`);
    });
    expect(Object.keys(statusesOf(answers)).filter((code) => code !== '200' && code !== '404')).toEqual([]);
    expect((await ann.get(path)).status).toBe(404);
    expect((await ann.get<Status>(`/api/v1/statuses/${root.id}`)).body.replies_count).toBe(0);
    const left = await oneRow(
      roost,
      `select (select count(*)::int from status where boost_of_id = $1 and deleted_at is null) as boosts,
              (select count(*)::int from bookmark where status_id = $1) as bookmarks,
              (select replies_count from status where id = $1) = (select count(*) from status where in_reply_to_id = $1) as replies,
              (select boosts_count from status where id = $1) = (select count(*) from status where boost_of_id = $1) as boosted,
              (select favourites_count from status where id = $1) = (select count(*) from favourite where status_id = $1) as favoured`,
      [status.id],
    );
    expect(left).toEqual({ boosts: 0, bookmarks: 0, replies: true, boosted: true, favoured: true });
    const types = (await journalOf(roost, status.id)).map((entry) => entry.type);
    expect(types.filter((type) => type === 'status.deleted')).toHaveLength(1);
    expect(types.at(-1)).toBe('status.deleted');
  });

  it('lets one of 100 deletions at once win', async () => {
    const { ann } = cast;
    const before = await oneRow<{ statuses_count: number }>(roost, 'select statuses_count from account where id = $1', [ann.id]);
    const status = await ann.publishes('delete me once');
    const answers = await allAtOnce(() => ann.delete(`/api/v1/statuses/${status.id}`));
    expect(statusesOf(answers)).toEqual({ 200: 1, 404: AT_ONCE - 1 });
    expect(await oneRow(roost, 'select statuses_count from account where id = $1', [ann.id])).toEqual(before);
  });

  it('lets five of many pins at once through', async () => {
    const pinner = await roost.person({ handle: 'pinner' });
    const posts = await Promise.all(Array.from({ length: 12 }, (_, index) => pinner.publishes(`pin ${index}`)));
    const answers = await Promise.all(posts.map((post) => pinner.post<ErrorBody>(`/api/v1/statuses/${post.id}/pin`)));
    expect(statusesOf(answers)).toEqual({ 200: 5, 422: 7 });
    expect(await oneRow(roost, 'select count(*)::int as count from pin where account_id = $1', [pinner.id])).toEqual({
      count: 5,
    });
  });

  it.each(['public', 'direct'])(
    'publishes nothing %s for somebody suspended while the request is under way',
    async (visibility) => {
      const leaver = await roost.person({ handle: `leaver_${visibility}` });
      const suspension = await roost.db.connect();
      try {
        await suspension.query('begin');
        await suspension.query(`update account set state = 'suspended' where id = $1`, [leaver.id]);
        const posting = leaver.post<ErrorBody>('/api/v1/statuses', { status: 'last words', visibility });
        await until(async () => (await waitingForLocks()) > 0);
        await suspension.query('commit');
        expect((await posting).status).toBe(403);
      } finally {
        suspension.release();
      }
      expect(await oneRow(roost, 'select count(*)::int as count from status where account_id = $1', [leaver.id])).toEqual({
        count: 0,
      });
    },
  );
});

async function waitingForLocks(): Promise<number> {
  const row = await oneRow<{ count: number }>(
    roost,
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row.count;
}
