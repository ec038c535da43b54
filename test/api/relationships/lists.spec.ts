import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Account, Relationship } from '@roost/contracts';
import { type Answer, type Cast, type Client, type Person, type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
let star: Person;
const crowd: Person[] = [];
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  star = await roost.person({ handle: 'star' });
  for (let index = 0; index < 7; index++) {
    const person = await roost.person({ handle: `crowd_${index}` });
    await person.follows(star);
    crowd.push(person);
  }
});
afterAll(() => roost.stop());

const names = (answer: Answer<Account[]>) => answer.body.map((account) => account.username);

function link(answer: Answer, rel: 'next' | 'prev'): string | undefined {
  return new RegExp(`<([^>]+)>; rel="${rel}"`).exec(answer.headers.get('link') ?? '')?.[1];
}

const followers = (viewer: Client, query: Record<string, string | number> = {}) =>
  viewer.get<Account[]>(`/api/v1/accounts/${star.id}/followers`, query);

describe('lists of people', () => {
  it('go newest first through pages that lose and repeat nobody, while people come and go', async () => {
    const first = await followers(cast.ben, { limit: 3 });
    expect(names(first)).toEqual(['crowd_6', 'crowd_5', 'crowd_4']);
    expect(Account.array().parse(first.body)).toEqual(first.body);
    const late = await roost.person({ handle: 'late' });
    await late.follows(star);
    const second = await cast.ben.get<Account[]>(link(first, 'next') ?? '');
    expect(names(second)).toEqual(['crowd_3', 'crowd_2', 'crowd_1']);
    const third = await cast.ben.get<Account[]>(link(second, 'next') ?? '');
    expect(names(third)).toEqual(['crowd_0']);
    expect(link(third, 'next')).toBeUndefined();
    const newer = await cast.ben.get<Account[]>(link(first, 'prev') ?? '');
    expect(names(newer)).toEqual(['late']);
    const back = await cast.ben.get<Account[]>(link(third, 'prev') ?? '');
    expect(names(back)).toEqual(['crowd_3', 'crowd_2', 'crowd_1']);
    await late.done('POST', `/api/v1/accounts/${star.id}/unfollow`);
  });

  it('show both ends of a follow', async () => {
    const { body } = await cast.ben.get<Account[]>(`/api/v1/accounts/${crowd[0]?.id}/following`);
    expect(body.map((account) => account.username)).toEqual(['star']);
    expect((await followers(cast.ben, { limit: 1000, max_id: 'nonsense' })).body).toHaveLength(7);
  });

  it('stay empty for others when the person hides them, and for whom they block', async () => {
    await star.done('POST', `/api/v1/accounts/${cast.cleo.id}/block`);
    expect((await followers(cast.cleo)).body).toEqual([]);
    await roost.db.query('update account set hide_collections = true where id = $1', [star.id]);
    expect((await followers(cast.ben)).body).toEqual([]);
    expect((await cast.ben.get<Account[]>(`/api/v1/accounts/${star.id}/following`)).body).toEqual([]);
    expect((await followers(star)).body).toHaveLength(7);
    const familiar = await crowd[0]?.get('/api/v1/accounts/familiar_followers', { id: [star.id] });
    expect(familiar?.body).toEqual([{ id: star.id, accounts: [] }]);
    await roost.db.query('update account set hide_collections = false where id = $1', [star.id]);
    expect((await followers(cast.ben)).body).toHaveLength(7);
  });

  it('leave out the suspended, and those whom a block keeps from the viewer', async () => {
    const [zero, one, two] = crowd;
    if (!zero || !one || !two) throw new Error('no crowd');
    await roost.db.query(`update account set state = 'suspended' where id = $1`, [zero.id]);
    await cast.max.done('POST', `/api/v1/accounts/${one.id}/block`);
    await two.done('POST', `/api/v1/accounts/${cast.max.id}/block`);
    expect(names(await followers(cast.max))).toEqual(['crowd_6', 'crowd_5', 'crowd_4', 'crowd_3']);
    expect(names(await followers(star))).toEqual(['crowd_6', 'crowd_5', 'crowd_4', 'crowd_3', 'crowd_2', 'crowd_1']);
    await roost.db.query(`update account set state = 'active' where id = $1`, [zero.id]);
  });

  it('name those whom the viewer follows among the followers of others', async () => {
    const [, , , three] = crowd;
    if (!three) throw new Error('no crowd');
    await cast.ada.follows(three);
    const { body } = await cast.ada.get<{ id: string; accounts: Account[] }[]>('/api/v1/accounts/familiar_followers', {
      id: [star.id, cast.ann.id],
    });
    expect(body.map((item) => [item.id, item.accounts.map((account) => account.username)])).toEqual([
      [star.id, ['crowd_3']],
      [cast.ann.id, []],
    ]);
  });
});

describe('relationships', () => {
  it('answer for many people in the order asked, and skip what is nobody', async () => {
    const { ann, ben, cleo, otto } = cast;
    const { body } = await ann.get<Relationship[]>('/api/v1/accounts/relationships', {
      id: [cleo.id, '17', ben.id, otto.id, 'x', ann.id, ben.id],
    });
    expect(body.map((item) => [item.id, item.followed_by, item.blocking])).toEqual([
      [cleo.id, false, true],
      [ben.id, true, false],
      [ann.id, false, false],
    ]);
    expect(Relationship.array().parse(body)).toEqual(body);
    const all = await ann.get<Relationship[]>('/api/v1/accounts/relationships', { id: otto.id, with_suspended: 'true' });
    expect(all.body).toHaveLength(1);
    expect((await ann.get('/api/v1/accounts/relationships')).body).toEqual([]);
  });

  it('belong to a person: no answer without one', async () => {
    expect((await roost.anonymous.get('/api/v1/accounts/relationships')).status).toBe(401);
    const app = cast.ann.withToken(await roost.token(null, ['read']));
    expect((await app.get('/api/v1/accounts/relationships')).status).toBe(422);
  });
});
