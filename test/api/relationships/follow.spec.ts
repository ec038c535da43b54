import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account, Relationship } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

async function entries(type: string, actor: Person): Promise<{ subject_id: string; payload: Record<string, unknown> }[]> {
  const { rows } = await roost.db.query<{ subject_id: string; payload: Record<string, unknown> }>(
    'select e.subject_id, p.payload from journal_entry e join journal_payload p using (seq) where e.type = $1 and e.actor_id = $2 order by seq',
    [type, actor.id],
  );
  return rows;
}

async function counters(person: Person): Promise<{ followers_count: number; following_count: number }> {
  const { rows } = await roost.db.query<{ followers_count: number; following_count: number }>(
    'select followers_count, following_count from account where id = $1',
    [person.id],
  );
  const row = rows[0];
  if (!row) throw new Error('no account');
  return row;
}

describe('following', () => {
  it('starts once, however often it is asked for, and takes back as well', async () => {
    const dora = await roost.person({ handle: 'dora' });
    for (let again = 0; again < 2; again++) {
      const answer = await dora.post<Relationship>(`/api/v1/accounts/${cast.max.id}/follow`);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        id: cast.max.id,
        following: true,
        showing_reblogs: true,
        notifying: false,
        requested: false,
      });
    }
    expect(await entries('account.followed', dora)).toEqual([
      {
        subject_id: cast.max.id,
        payload: { accountId: dora.id, targetId: cast.max.id, showBoosts: true, notify: false, approved: false },
      },
    ]);
    expect(await counters(dora)).toEqual({ followers_count: 0, following_count: 1 });
    for (let again = 0; again < 2; again++) {
      const answer = await dora.post<Relationship>(`/api/v1/accounts/${cast.max.id}/unfollow`);
      expect(answer.body).toMatchObject({ following: false, showing_reblogs: false });
    }
    expect(await entries('account.unfollowed', dora)).toHaveLength(1);
    expect(await counters(dora)).toEqual({ followers_count: 0, following_count: 0 });
  });

  it('changes its options when it is asked for again, and keeps those that are not named', async () => {
    const erik = await roost.person({ handle: 'erik' });
    const follow = `/api/v1/accounts/${cast.max.id}/follow`;
    await erik.done('POST', follow, { reblogs: false, languages: ['fr', 'en'] });
    const changed = await erik.post<Relationship>(follow, new URLSearchParams({ notify: 'true' }));
    expect(changed.body).toMatchObject({ showing_reblogs: false, notifying: true, languages: ['fr', 'en'] });
    const again = await erik.post<Relationship>(follow, { languages: [], reblogs: 'true' });
    expect(again.body).toMatchObject({ showing_reblogs: true, notifying: true, languages: null });
    expect(await entries('account.followed', erik)).toHaveLength(1);
  });

  it('is refused for oneself, for the suspended and across a block, in both directions', async () => {
    const { ann, cleo, otto } = cast;
    expect((await ann.post(`/api/v1/accounts/${ann.id}/follow`)).status).toBe(403);
    expect((await ann.post(`/api/v1/accounts/${otto.id}/follow`)).status).toBe(404);
    expect((await cleo.post(`/api/v1/accounts/${ann.id}/follow`)).status).toBe(403);
    expect((await ann.post(`/api/v1/accounts/${cleo.id}/follow`)).status).toBe(403);
    expect((await cleo.post(`/api/v1/accounts/${cast.max.id}/follow`)).status).toBe(200);
  });

  it('answers 404 for what is no account', async () => {
    for (const id of ['1', 'nobody', '99999999999999999999', '-1']) {
      expect([id, (await cast.ann.post(`/api/v1/accounts/${id}/follow`)).status]).toEqual([id, 404]);
      expect([id, (await cast.ann.get(`/api/v1/accounts/${id}/followers`)).status]).toEqual([id, 404]);
    }
  });

  it('needs the scope of follows', async () => {
    const reader = cast.ann.withToken(await roost.token(cast.ann.id, ['read']));
    expect((await reader.post(`/api/v1/accounts/${cast.max.id}/follow`)).status).toBe(403);
    const follower = cast.ann.withToken(await roost.token(cast.ann.id, ['follow']));
    expect((await follower.post(`/api/v1/accounts/${cast.max.id}/follow`)).status).toBe(200);
  });

  it('keeps the counters right when a hundred follows, unfollows and blocks arrive at once', async () => {
    const star = await roost.person({ handle: 'star' });
    const crowd = await Promise.all(Array.from({ length: 25 }, (_, index) => roost.person({ handle: `crowd_${index}` })));
    const rounds = crowd.flatMap((person, index) => [
      person.post(`/api/v1/accounts/${star.id}/follow`),
      star.post(`/api/v1/accounts/${person.id}/follow`),
      person.post(`/api/v1/accounts/${star.id}/follow`),
      ...(index % 2 === 0 ? [person.post(`/api/v1/accounts/${star.id}/unfollow`)] : []),
      ...(index % 3 === 0 ? [star.post(`/api/v1/accounts/${person.id}/block`)] : []),
      ...(index % 4 === 0 ? [star.post(`/api/v1/accounts/${person.id}/remove_from_followers`)] : []),
    ]);
    const answers = await Promise.all(rounds);
    expect(answers.filter((answer) => answer.status !== 200 && answer.status !== 403)).toEqual([]);
    const { rows } = await roost.db.query(
      `select a.handle from account a
        where a.followers_count <> (select count(*) from follow f where f.target_id = a.id)
           or a.following_count <> (select count(*) from follow f where f.account_id = a.id)`,
    );
    expect(rows).toEqual([]);
    const blocked = await roost.db.query(
      'select 1 from block b join follow f on (f.account_id, f.target_id) in ((b.account_id, b.target_id), (b.target_id, b.account_id))',
    );
    expect(blocked.rows).toEqual([]);
  });
});

describe('following a locked account', () => {
  let lou: Person;
  let fan: Person;
  beforeAll(async () => {
    lou = await roost.person({ handle: 'lou', locked: true });
    fan = await roost.person({ handle: 'fan' });
  });

  const requesters = async () => (await lou.get<Account[]>('/api/v1/follow_requests')).body.map((account) => account.username);

  it('asks first, once, and can be withdrawn', async () => {
    for (let again = 0; again < 2; again++) {
      const { body } = await fan.post<Relationship>(`/api/v1/accounts/${lou.id}/follow`);
      expect(body).toMatchObject({ following: false, requested: true });
    }
    expect(await entries('account.follow_requested', fan)).toHaveLength(1);
    expect(await requesters()).toEqual(['fan']);
    const seen = await lou.get<Relationship[]>('/api/v1/accounts/relationships', { id: [fan.id] });
    expect(seen.body[0]).toMatchObject({ requested_by: true, followed_by: false });
    await fan.done('POST', `/api/v1/accounts/${lou.id}/unfollow`);
    expect(await requesters()).toEqual([]);
    expect(await entries('account.follow_request_withdrawn', fan)).toHaveLength(1);
  });

  it('begins when the request is accepted, with the options that were asked for', async () => {
    await fan.done('POST', `/api/v1/accounts/${lou.id}/follow`, { reblogs: false, notify: true, languages: ['fr'] });
    for (let again = 0; again < 2; again++) {
      const { body } = await lou.post<Relationship>(`/api/v1/follow_requests/${fan.id}/authorize`);
      expect(body).toMatchObject({ id: fan.id, followed_by: true, requested_by: false });
    }
    const mine = await fan.get<Relationship[]>('/api/v1/accounts/relationships', { id: lou.id });
    expect(mine.body[0]).toMatchObject({ following: true, showing_reblogs: false, notifying: true, languages: ['fr'] });
    expect(await counters(lou)).toEqual({ followers_count: 1, following_count: 0 });
    expect(await entries('account.follow_request_accepted', lou)).toHaveLength(1);
    const followed = await entries('account.followed', fan);
    expect(followed.map((entry) => entry.payload)).toEqual([
      { accountId: fan.id, targetId: lou.id, showBoosts: false, notify: true, approved: true },
    ]);
  });

  it('does not begin when the request is rejected', async () => {
    const guest = await roost.person({ handle: 'guest' });
    await guest.done('POST', `/api/v1/accounts/${lou.id}/follow`);
    const { body } = await lou.post<Relationship>(`/api/v1/follow_requests/${guest.id}/reject`);
    expect(body).toMatchObject({ followed_by: false, requested_by: false });
    expect(await requesters()).toEqual([]);
    expect(await entries('account.follow_request_rejected', lou)).toHaveLength(1);
  });

  it('ends when the follower is removed, and stays known to nobody else', async () => {
    const { body } = await lou.post<Relationship>(`/api/v1/accounts/${fan.id}/remove_from_followers`);
    expect(body).toMatchObject({ followed_by: false });
    expect(await counters(lou)).toEqual({ followers_count: 0, following_count: 0 });
    await lou.done('POST', `/api/v1/accounts/${fan.id}/remove_from_followers`);
    expect(await entries('account.follower_removed', lou)).toHaveLength(1);
  });
});
