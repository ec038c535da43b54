import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Account, List, Status } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';

const error = (answer: { body: unknown }): string => (answer.body as { error: string }).error;

describe('lists', () => {
  let roost: Roost;
  let cast: Cast;
  let dora: Person;
  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
    dora = await roost.person({ handle: 'dora' });
    await cast.ben.follows(cast.max);
  });
  afterAll(() => roost.stop());
  beforeEach(() => roost.db.query('delete from list'));

  const make = (fields: Record<string, unknown> = {}, by = cast.ben): Promise<List> =>
    by.done<List>('POST', '/api/v1/lists', { title: 'Warehouse', ...fields });
  const add = (list: List, ...people: Person[]) =>
    cast.ben.post<object>(`/api/v1/lists/${list.id}/accounts`, { account_ids: people.map((person) => person.id) });
  const members = async (list: List): Promise<string[]> =>
    (await cast.ben.get<Account[]>(`/api/v1/lists/${list.id}/accounts`)).body.map((account) => account.username);
  const timeline = async (list: List): Promise<string[]> =>
    (await cast.ben.get<Status[]>(`/api/v1/timelines/list/${list.id}`)).body.map((status) => status.id);
  const home = async (): Promise<string[]> =>
    (await cast.ben.get<Status[]>('/api/v1/timelines/home')).body.map((status) => status.id);

  it('are made, shown, changed and deleted by their owner', async () => {
    expect((await cast.ben.get('/api/v1/lists')).body).toEqual([]);
    const list = await make();
    expect(list).toEqual({ id: list.id, title: 'Warehouse', replies_policy: 'list', exclusive: false });
    const changed = { ...list, title: 'Café', replies_policy: 'none', exclusive: true };
    expect(await cast.ben.done('PUT', `/api/v1/lists/${list.id}`, { title: '  Cafe\u0301 ', replies_policy: 'none' })).toEqual({
      ...changed,
      exclusive: false,
    });
    expect(await cast.ben.done('PUT', `/api/v1/lists/${list.id}`, { exclusive: 'true' })).toEqual(changed);
    expect((await cast.ben.get('/api/v1/lists')).body).toEqual([changed]);
    expect((await cast.ben.get(`/api/v1/lists/${list.id}`)).body).toEqual(changed);
    expect(await cast.ben.done('DELETE', `/api/v1/lists/${list.id}`)).toEqual({});
    expect((await cast.ben.get(`/api/v1/lists/${list.id}`)).status).toBe(404);
  });

  it('are taken from a form as well', async () => {
    const body = new URLSearchParams({ title: 'Form', replies_policy: 'followed', exclusive: 'on' });
    const { body: list } = await cast.ben.post<List>('/api/v1/lists', body);
    expect(list).toMatchObject({ title: 'Form', replies_policy: 'followed', exclusive: true });
  });

  it('exist for nobody else', async () => {
    const list = await make();
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', ''],
      ['DELETE', ''],
      ['GET', '/accounts'],
      ['POST', '/accounts'],
      ['DELETE', '/accounts'],
    ] as const) {
      const answer = await cast.ann.call(method, `/api/v1/lists/${list.id}${path}`, method === 'GET' ? {} : { body: {} });
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 404 });
    }
    expect((await cast.ann.get(`/api/v1/timelines/list/${list.id}`)).status).toBe(404);
    expect((await cast.ann.get('/api/v1/lists')).body).toEqual([]);
    expect((await cast.ben.get('/api/v1/lists')).body).toEqual([list]);
  });

  it.each([
    [{}, "title can't be blank"],
    [{ title: ' \u200b' }, "title can't be blank"],
    [{ title: '\u0000' }, "title can't be blank"],
    [{ title: 'x'.repeat(257) }, 'title is too long (maximum is 256 characters)'],
    [{ title: 'x', replies_policy: 'some' }, 'replies_policy '],
    [{ title: 'x', exclusive: 'perhaps' }, 'exclusive must be true or false'],
  ])('are refused with %j', async (body, reason) => {
    const answer = await cast.ben.post('/api/v1/lists', body);
    expect(answer.status).toBe(422);
    expect(error(answer)).toContain(`Validation failed: ${reason}`);
    expect((await cast.ben.get('/api/v1/lists')).body).toEqual([]);
  });

  it('are fifty at most', async () => {
    await roost.db.query(`insert into list (account_id, title) select $1, 'list ' || i from generate_series(1, 49) i`, [
      cast.ben.id,
    ]);
    const answers = await Promise.all([1, 2, 3].map(() => cast.ben.post('/api/v1/lists', { title: 'One more' })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422]);
  });

  it('hold people whom their owner follows, and the owner', async () => {
    const list = await make();
    expect((await add(list, cast.ann, cast.ben)).body).toEqual({});
    expect(await members(list)).toEqual(['ben', 'ann']);
    expect((await cast.ben.get(`/api/v1/accounts/${cast.ann.id}/lists`)).body).toEqual([list]);
    expect((await cast.ben.get(`/api/v1/accounts/${cast.max.id}/lists`)).body).toEqual([]);
    expect((await cast.ann.get(`/api/v1/accounts/${cast.ann.id}/lists`)).body).toEqual([]);
    expect((await cast.ben.get('/api/v1/accounts/1/lists')).status).toBe(404);
  });

  it('take all who are named, or nobody', async () => {
    const list = await make();
    const stranger = await add(list, cast.ann, dora);
    expect([stranger.status, error(stranger)]).toEqual([404, 'Record not found']);
    expect(await members(list)).toEqual([]);
    await add(list, cast.max);
    const again = await add(list, cast.ann, cast.max);
    expect([again.status, error(again)]).toEqual([422, 'Validation failed: Account has already been taken']);
    expect(await members(list)).toEqual(['max']);
    expect((await cast.ben.post(`/api/v1/lists/${list.id}/accounts`, { account_ids: ['nonsense'] })).status).toBe(404);
    expect((await cast.ben.post(`/api/v1/lists/${list.id}/accounts`, { account_ids: [] })).status).toBe(200);
  });

  it('let members go by a body or by the query', async () => {
    const list = await make();
    await add(list, cast.ann, cast.max, cast.ben);
    await cast.ben.done('DELETE', `/api/v1/lists/${list.id}/accounts`, { account_ids: [cast.ann.id, dora.id] });
    expect(await members(list)).toEqual(['ben', 'max']);
    expect((await cast.ben.delete(`/api/v1/lists/${list.id}/accounts?account_ids[]=${cast.max.id}`)).body).toEqual({});
    expect(await members(list)).toEqual(['ben']);
  });

  it('show their members page by page, or all at once', async () => {
    const list = await make();
    const people: Person[] = [];
    for (let index = 0; index < 5; index++) people.push(await roost.person({ handle: `member_${index}` }));
    for (const person of people) await cast.ben.follows(person);
    await add(list, ...people);
    const path = `/api/v1/lists/${list.id}/accounts`;
    const first = await cast.ben.get<Account[]>(path, { limit: 2 });
    expect(first.body.map((account) => account.username)).toEqual(['member_4', 'member_3']);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await cast.ben.get<Account[]>(new URL(next).pathname + new URL(next).search);
    expect(second.body.map((account) => account.username)).toEqual(['member_2', 'member_1']);
    const all = await cast.ben.get<Account[]>(path, { limit: 0 });
    expect(all.body).toHaveLength(5);
    expect(all.headers.get('link')).toBeNull();
    await roost.db.query(`update account set state = 'suspended' where id = $1`, [people[4]?.id]);
    expect(await members(list)).toEqual(['member_3', 'member_2', 'member_1', 'member_0']);
  });

  it('lose whoever is no longer followed, whoever ended it', async () => {
    const list = await make();
    const leavers: Person[] = [];
    for (const handle of ['left', 'blocked', 'blocker', 'remover']) leavers.push(await roost.person({ handle }));
    for (const person of leavers) await cast.ben.follows(person);
    await add(list, cast.ann, ...leavers);
    const [left, blocked, blocker, remover] = leavers as [Person, Person, Person, Person];
    await cast.ben.done('POST', `/api/v1/accounts/${left.id}/unfollow`);
    await cast.ben.done('POST', `/api/v1/accounts/${blocked.id}/block`);
    await blocker.done('POST', `/api/v1/accounts/${cast.ben.id}/block`);
    await remover.done('POST', `/api/v1/accounts/${cast.ben.id}/remove_from_followers`);
    expect(await members(list)).toEqual(['ann']);
    await cast.ben.follows(left);
    expect(await members(list)).toEqual(['ann']);
  });

  it('show what their members post, each policy its answers', async () => {
    const followed = await make({ replies_policy: 'followed' });
    const among = await make({ replies_policy: 'list' });
    const none = await make({ replies_policy: 'none' });
    for (const list of [followed, among, none]) await add(list, cast.ann);
    const mine = await cast.ben.publishes('Mine');
    const post = await cast.ann.publishes('A post');
    const byMax = await cast.max.publishes('By a followed one');
    const byDora = await dora.publishes('By a stranger');
    const answer = (to: Status): Promise<Status> => cast.ann.publishes('An answer', { in_reply_to_id: to.id });
    const [toMine, toSelf, toMax, toDora] = [await answer(mine), await answer(post), await answer(byMax), await answer(byDora)];
    const always = [post.id, toMine.id, toSelf.id];
    expect((await timeline(followed)).sort()).toEqual([...always, toMax.id].sort());
    expect((await timeline(among)).sort()).toEqual(always.sort());
    expect((await timeline(none)).sort()).toEqual(always.sort());
    await add(among, cast.max);
    expect((await timeline(among)).sort()).toEqual([...always, toMax.id, byMax.id].sort());
    expect(await timeline(among)).not.toContain(toDora.id);
  });

  it('show what the owner sees of their members: boosts unless they are unwanted, nothing of muted ones', async () => {
    const list = await make();
    await add(list, cast.max);
    const hidden = await cast.ann.publishes('Only for followers', { visibility: 'private' });
    const seen = await cast.max.publishes('For followers', { visibility: 'private' });
    const original = await dora.publishes('Worth boosting');
    const boost = await cast.max.done<Status>('POST', `/api/v1/statuses/${original.id}/reblog`);
    expect((await timeline(list)).slice(0, 2)).toEqual([boost.id, seen.id]);
    expect(await timeline(list)).not.toContain(hidden.id);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/follow`, { reblogs: false });
    expect((await timeline(list))[0]).toBe(seen.id);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/mute`);
    expect(await timeline(list)).toEqual([]);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/unmute`);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/follow`, { reblogs: true });
    expect((await timeline(list)).slice(0, 2)).toEqual([boost.id, seen.id]);
  });

  it('take their members from home when they are exclusive, and give them back', async () => {
    const list = await make();
    await add(list, cast.ann);
    await cast.ben.done('POST', '/api/v1/tags/dockswap/follow');
    const post = await cast.ann.publishes('Swap me a shift #DockSwap');
    const shared = await cast.max.done<Status>('POST', `/api/v1/statuses/${post.id}/reblog`);
    expect(await home()).toEqual(expect.arrayContaining([post.id, shared.id]));
    await cast.ben.done('PUT', `/api/v1/lists/${list.id}`, { exclusive: true });
    expect(await home()).not.toContain(post.id);
    expect(await home()).toContain(shared.id);
    expect(await timeline(list)).toContain(post.id);
    await cast.ben.done('DELETE', `/api/v1/lists/${list.id}/accounts`, { account_ids: [cast.ann.id] });
    expect(await home()).toContain(post.id);
  });

  it('leave a trace in the journal that only says whose they are', async () => {
    const list = await make();
    await add(list, cast.ann);
    await cast.ben.done('PUT', `/api/v1/lists/${list.id}`, { title: 'Warehouse' });
    await cast.ben.done('DELETE', `/api/v1/lists/${list.id}`);
    const { rows } = await roost.db.query<{ type: string; audience: unknown }>(
      `select type, audience from journal_entry where subject_type = 'list' and subject_id = $1 order by seq`,
      [list.id],
    );
    expect(rows.map((row) => row.type)).toEqual(['list.created', 'list.members_added', 'list.deleted']);
    for (const row of rows) expect(row.audience).toEqual({ visibility: 'self', mentioned: [] });
  });
});
