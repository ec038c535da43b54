import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Status } from '@roost/contracts';
import { type Answer, type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(async () => {
  await roost.db.query('truncate status, tag cascade');
  await roost.db.query('delete from mute');
});

const texts = (answer: Answer<Status[]>): string[] => answer.body.map((status) => (status.reblog ?? status).roost.text);
const home = (person: Person, query = {}): Promise<Answer<Status[]>> => person.get<Status[]>('/api/v1/timelines/home', query);
const next = (answer: Answer<unknown>): string | null =>
  /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
const prev = (answer: Answer<unknown>): string | null =>
  /<([^>]+)>; rel="prev"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;

describe('home', () => {
  it('shows own posts and those of the people one follows, newest first, and nobody else’s', async () => {
    await cast.ann.publishes('from ann');
    await cast.ben.publishes('from ben');
    await cast.max.publishes('from max');
    expect(texts(await home(cast.ben))).toEqual(['from ben', 'from ann']);
    expect(texts(await home(cast.max))).toEqual(['from max']);
  });

  it('shows a reply only when it answers somebody one follows, its author, or oneself', async () => {
    const stranger = await cast.max.publishes('a stranger speaks');
    const own = await cast.ben.publishes('ben speaks');
    const annOwn = await cast.ann.publishes('ann speaks');
    await cast.ann.publishes('to the stranger', { in_reply_to_id: stranger.id });
    await cast.ann.publishes('to ben', { in_reply_to_id: own.id });
    await cast.ann.publishes('to herself', { in_reply_to_id: annOwn.id });
    expect(texts(await home(cast.ben))).toEqual(['to herself', 'to ben', 'ann speaks', 'ben speaks']);
    await cast.ben.publishes('ben to the stranger', { in_reply_to_id: stranger.id });
    expect(texts(await home(cast.ben))[0]).toBe('ben to the stranger');
  });

  it('shows boosts by the people one follows, unless one hid theirs', async () => {
    const post = await cast.max.publishes('worth a boost');
    await cast.ann.done('POST', `/api/v1/statuses/${post.id}/reblog`);
    const shown = await home(cast.ben);
    expect(shown.body.map((status) => status.reblog?.id)).toEqual([post.id]);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/follow`, { reblogs: false });
    expect((await home(cast.ben)).body).toEqual([]);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/follow`, { reblogs: true });
    expect((await home(cast.ben)).body).toHaveLength(1);
  });

  it('leaves out muted people and boosts of people who are muted or blocked', async () => {
    const muted = await cast.max.publishes('max here');
    const blocker = await cast.ada.publishes('ada here');
    await cast.ann.done('POST', `/api/v1/statuses/${muted.id}/reblog`);
    await cast.ann.done('POST', `/api/v1/statuses/${blocker.id}/reblog`);
    expect(texts(await home(cast.ben))).toEqual(['ada here', 'max here']);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/mute`);
    await cast.ada.done('POST', `/api/v1/accounts/${cast.ben.id}/block`);
    expect(texts(await home(cast.ben))).toEqual([]);
    await cast.ada.done('POST', `/api/v1/accounts/${cast.ben.id}/unblock`);
    expect(texts(await home(cast.ben))).toEqual(['ada here']);
  });

  it('shows only the languages asked of somebody', async () => {
    await cast.ann.publishes('bonjour', { language: 'fr' });
    await cast.ann.publishes('hello', { language: 'en' });
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/follow`, { languages: ['fr'] });
    expect(texts(await home(cast.ben))).toEqual(['bonjour']);
    await roost.db.query('update follow set languages = null');
    expect(texts(await home(cast.ben))).toEqual(['hello', 'bonjour']);
  });

  it('shows public posts with a followed tag, once, and not those for followers', async () => {
    await cast.max.publishes('to all about #Réunion');
    await cast.ann.publishes('by both ways #reunion');
    await cast.max.publishes('for few #reunion', { visibility: 'private' });
    await cast.max.publishes('aside #reunion', { visibility: 'unlisted' });
    expect(texts(await home(cast.ben))).toEqual(['by both ways #reunion']);
    await cast.ben.done('POST', '/api/v1/tags/reunion/follow');
    expect(texts(await home(cast.ben))).toEqual(['by both ways #reunion', 'to all about #Réunion']);
    await cast.ben.done('POST', '/api/v1/tags/reunion/unfollow');
  });

  it('shows posts for followers and direct ones to oneself, and no longer those of a suspended person', async () => {
    await cast.ann.publishes('for my followers', { visibility: 'private' });
    await cast.ann.publishes('@ben between us', { visibility: 'direct' });
    await cast.ann.publishes('@max not for ben', { visibility: 'direct' });
    expect(texts(await home(cast.ben))).toEqual(['@ben between us', 'for my followers']);
    await roost.db.query(`update account set state = 'suspended' where id = $1`, [cast.ann.id]);
    expect(texts(await home(cast.ben))).toEqual([]);
    await roost.db.query(`update account set state = 'active' where id = $1`, [cast.ann.id]);
  });

  it('fills its pages although most of what is picked is left out', async () => {
    const stranger = await cast.max.publishes('a stranger speaks');
    await cast.ann.publishes('first');
    await roost.db.query(
      `insert into status (account_id, text, visibility, thread_id, in_reply_to_id, in_reply_to_account_id)
       select $1, 'reply ' || i, 'public', $2, $2, $3 from generate_series(1, 150) i`,
      [cast.ann.id, stranger.id, cast.max.id],
    );
    await cast.ann.publishes('last');
    const page = await home(cast.ben, { limit: 2 });
    expect(texts(page)).toEqual(['last', 'first']);
    expect(next(page)).toBeNull();
  });
});

describe('pages', () => {
  it('keep other parameters in their links, announce a next page only when there is one, and clamp the limit', async () => {
    for (let n = 1; n <= 5; n += 1) await cast.ann.publishes(`post ${n}`);
    const first = await home(cast.ben, { limit: 2, with: 'kept' });
    expect(texts(first)).toEqual(['post 5', 'post 4']);
    const second = await cast.ben.get<Status[]>(next(first)!);
    expect(texts(second)).toEqual(['post 3', 'post 2']);
    expect(next(second)).toContain('with=kept');
    const third = await cast.ben.get<Status[]>(next(second)!);
    expect(texts(third)).toEqual(['post 1']);
    expect(next(third)).toBeNull();
    expect(texts(await cast.ben.get<Status[]>(prev(third)!))).toEqual(['post 3', 'post 2']);
    expect((await home(cast.ben, { limit: 4000 })).body).toHaveLength(5);
    expect((await home(cast.ben, { limit: 0 })).body).toHaveLength(1);
    const exact = await home(cast.ben, { limit: 5 });
    expect(next(exact)).toBeNull();
    expect(prev(exact)).not.toBeNull();
  });

  it('tell since_id (the newest) from min_id (the nearest), and ignore what is no id', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 5; n += 1) ids.push((await cast.ann.publishes(`post ${n}`)).id);
    expect(texts(await home(cast.ben, { since_id: ids[0], limit: 2 }))).toEqual(['post 5', 'post 4']);
    expect(texts(await home(cast.ben, { min_id: ids[0], limit: 2 }))).toEqual(['post 3', 'post 2']);
    expect(texts(await home(cast.ben, { min_id: ids[0], max_id: ids[3] }))).toEqual(['post 3', 'post 2']);
    const empty = await home(cast.ben, { max_id: '1' });
    expect(empty.body).toEqual([]);
    expect(empty.headers.get('link')).toBeNull();
    // Parameters without end are not repeated: the answer's head has to stay readable.
    const long = await cast.ben.get<Status[]>('/api/v1/timelines/public', { limit: 1, unknown: 'x'.repeat(9_000) });
    expect(long.body).toHaveLength(1);
    expect(long.headers.get('link')).toBeNull();
    for (const odd of ['x', '', '-1', '99999999999999999999999', '1.5'])
      expect((await home(cast.ben, { max_id: odd })).body).toHaveLength(5);
  });
});

describe('company', () => {
  it('shows what is public and no boosts, to everybody; nothing comes from elsewhere', async () => {
    const post = await cast.max.publishes('to all');
    await cast.max.publishes('aside', { visibility: 'unlisted' });
    await cast.max.publishes('for few', { visibility: 'private' });
    await cast.max.done('POST', `/api/v1/statuses/${post.id}/reblog`);
    expect(texts(await cast.ben.get<Status[]>('/api/v1/timelines/public', { local: true }))).toEqual(['to all']);
    expect(texts(await cast.ben.get<Status[]>('/api/v1/timelines/public', { local: false }))).toEqual(['to all']);
    expect((await cast.ben.get<Status[]>('/api/v1/timelines/public', { remote: true })).body).toEqual([]);
  });

  it('leaves out whom the reader mutes, and both sides of a block', async () => {
    await cast.ann.publishes('from ann');
    await cast.cleo.publishes('from cleo');
    await cast.max.publishes('from max');
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/mute`);
    const company = async (person: Person): Promise<string[]> => texts(await person.get<Status[]>('/api/v1/timelines/public'));
    expect(await company(cast.ben)).toEqual(['from cleo', 'from ann']);
    expect(await company(cast.ann)).toEqual(['from max', 'from ann']);
    expect(await company(cast.cleo)).toEqual(['from max', 'from cleo']);
  });

  it('shows posts with pictures alone when asked', async () => {
    await cast.max.publishes('words');
    const shown = await cast.max.publishes('picture');
    await roost.db.query('update status set has_media = true where id = $1', [shown.id]);
    expect(texts(await cast.ben.get<Status[]>('/api/v1/timelines/public', { only_media: '1' }))).toEqual(['picture']);
  });

  it('wants somebody who may read', async () => {
    expect((await roost.anonymous.get('/api/v1/timelines/public')).status).toBe(401);
    const narrow = cast.ben.withToken(await roost.token(cast.ben.id, ['read:notifications']));
    expect((await narrow.get('/api/v1/timelines/public')).status).toBe(403);
  });
});

describe('a hashtag', () => {
  const tag = async (name: string, query = {}): Promise<string[]> =>
    texts(await cast.ben.get<Status[]>(`/api/v1/timelines/tag/${encodeURIComponent(name)}`, query));

  it('is found in any case and accent, and joined by any, all and none', async () => {
    await cast.max.publishes('#Réunion');
    await cast.max.publishes('#reunion #budget');
    await cast.max.publishes('#budget');
    await cast.max.publishes('#reunion #secret', { visibility: 'unlisted' });
    expect(await tag('RÉUNION')).toEqual(['#reunion #budget', '#Réunion']);
    expect(await tag('reunion', { any: ['Budget'] })).toEqual(['#budget', '#reunion #budget', '#Réunion']);
    expect(await tag('reunion', { all: ['budget'] })).toEqual(['#reunion #budget']);
    expect(await tag('reunion', { none: ['budget'] })).toEqual(['#Réunion']);
    expect(await tag('reunion', { all: ['nobody'] })).toEqual([]);
    expect(await tag('123')).toEqual([]);
    expect(await tag('reunion', { only_media: true })).toEqual([]);
  });
});

describe('an account’s posts', () => {
  const of = async (query = {}, reader = cast.ben): Promise<string[]> =>
    texts(await reader.get<Status[]>(`/api/v1/accounts/${cast.ann.id}/statuses`, query));

  it('come with replies and boosts, or without', async () => {
    const other = await cast.max.publishes('by max');
    const own = await cast.ann.publishes('own #x');
    await cast.ann.publishes('to max', { in_reply_to_id: other.id });
    await cast.ann.publishes('more', { in_reply_to_id: own.id });
    await cast.ann.done('POST', `/api/v1/statuses/${other.id}/reblog`);
    expect(await of()).toEqual(['by max', 'more', 'to max', 'own #x']);
    expect(await of({ exclude_replies: true })).toEqual(['by max', 'more', 'own #x']);
    expect(await of({ exclude_reblogs: 1 })).toEqual(['more', 'to max', 'own #x']);
    expect(await of({ tagged: 'X' })).toEqual(['own #x']);
    expect(await of({ only_media: true })).toEqual([]);
  });

  it('can be pinned, the last pinned first, without pages', async () => {
    const one = await cast.ann.publishes('one');
    const two = await cast.ann.publishes('two');
    await cast.ann.done('POST', `/api/v1/statuses/${two.id}/pin`);
    await cast.ann.done('POST', `/api/v1/statuses/${one.id}/pin`);
    const answer = await cast.ben.get<Status[]>(`/api/v1/accounts/${cast.ann.id}/statuses`, { pinned: 'true' });
    expect(texts(answer)).toEqual(['one', 'two']);
    expect(answer.headers.get('link')).toBeNull();
  });

  it('are for followers only where the author said so, and for nobody she blocks; a mute does not hide a profile', async () => {
    await cast.ann.publishes('to all');
    await cast.ann.publishes('for followers', { visibility: 'private' });
    await cast.ann.publishes('@max for him', { visibility: 'direct' });
    expect(await of()).toEqual(['for followers', 'to all']);
    expect(await of({}, cast.max)).toEqual(['@max for him', 'to all']);
    expect(await of({}, cast.cleo)).toEqual([]);
    expect(await of({}, cast.ann)).toEqual(['@max for him', 'for followers', 'to all']);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/mute`);
    expect(await of()).toEqual(['for followers', 'to all']);
  });

  it('are not found for an account that is none', async () => {
    expect((await cast.ben.get('/api/v1/accounts/1/statuses')).status).toBe(404);
    expect((await cast.ben.get('/api/v1/accounts/nobody/statuses')).status).toBe(404);
  });
});

describe('favourites and bookmarks', () => {
  it.each([
    ['favourites', 'favourite'],
    ['bookmarks', 'bookmark'],
  ])('%s come in the order in which they were made, paged by that order', async (list, verb) => {
    const posts: Status[] = [];
    for (const name of ['one', 'two', 'three']) posts.push(await cast.max.publishes(name));
    for (const index of [1, 2, 0]) await cast.ben.done('POST', `/api/v1/statuses/${posts[index]!.id}/${verb}`);
    const first = await cast.ben.get<Status[]>(`/api/v1/${list}`, { limit: 2 });
    expect(texts(first)).toEqual(['one', 'three']);
    expect(texts(await cast.ben.get<Status[]>(next(first)!))).toEqual(['two']);
    expect((await cast.ann.get<Status[]>(`/api/v1/${list}`)).body).toEqual([]);
    await cast.max.done('DELETE', `/api/v1/statuses/${posts[2]!.id}`);
    expect(texts(await cast.ben.get<Status[]>(`/api/v1/${list}`))).toEqual(['one', 'two']);
  });
});
