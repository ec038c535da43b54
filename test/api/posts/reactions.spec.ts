import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Account, type ErrorBody, Status } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';
import { journalOf, NOT_FOUND, refusal } from './support.js';

let roost: Roost;
let cast: Cast;
/** A public post of Ann's; Ben may do everything with it, Cleo (blocked) nothing. */
let status: Status;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(async () => {
  status = await cast.ann.publishes('something to react to #topic');
});

function act(person: Person, verb: string, id = status.id, body?: unknown) {
  return person.post<Status & ErrorBody>(`/api/v1/statuses/${id}/${verb}`, body);
}

describe.each([
  {
    verb: 'favourite',
    back: 'unfavourite',
    flag: 'favourited',
    done: 'status.favourited',
    undone: 'status.unfavourited',
    scope: 'write:favourites',
  },
  {
    verb: 'bookmark',
    back: 'unbookmark',
    flag: 'bookmarked',
    done: 'status.bookmarked',
    undone: 'status.unbookmarked',
    scope: 'write:bookmarks',
  },
  { verb: 'mute', back: 'unmute', flag: 'muted', done: 'thread.muted', undone: 'thread.unmuted', scope: 'write:mutes' },
] as const)('$verb', ({ verb, back, flag, done, undone, scope }) => {
  it('is done once and taken back once, however often it is asked for', async () => {
    const { ben } = cast;
    for (let time = 0; time < 2; time++) expect((await act(ben, verb)).body).toMatchObject({ id: status.id, [flag]: true });
    for (let time = 0; time < 2; time++) expect((await act(ben, back)).body).toMatchObject({ id: status.id, [flag]: false });
    const types = (await journalOf(roost, status.id)).map((entry) => entry.type);
    expect(types).toEqual(['status.published', done, undone]);
  });

  it('is the matter of one person: others see their own flag', async () => {
    await act(cast.ben, verb);
    expect((await cast.max.get<Status>(`/api/v1/statuses/${status.id}`)).body[flag]).toBe(false);
  });

  it('is refused to somebody who may not see the post', async () => {
    expect(refusal(await act(cast.cleo, verb))).toEqual(NOT_FOUND);
    expect(refusal(await act(cast.cleo, back))).toEqual(NOT_FOUND);
    expect(refusal(await act(cast.ben, verb, '12'))).toEqual(NOT_FOUND);
  });

  it('given a boost, acts on the boosted post', async () => {
    const boost = (await act(cast.max, 'reblog')).body;
    expect((await act(cast.ben, verb, boost.id)).body).toMatchObject({ id: status.id, [flag]: true });
  });

  it(`needs ${scope}`, async () => {
    const path = `/api/v1/statuses/${status.id}/${verb}`;
    expect((await cast.ben.withToken(await roost.token(cast.ben.id, [scope])).post(path)).status).toBe(200);
    expect((await cast.ben.withToken(await roost.token(cast.ben.id, ['read'])).post(path)).status).toBe(403);
    expect((await roost.anonymous.post(path)).status).toBe(401);
  });
});

describe('what the journal says', () => {
  it('of likes and boosts names the post, its author and its thread', async () => {
    const { ann, ben } = cast;
    await act(ben, 'favourite');
    const boost = (await act(ben, 'reblog', status.id, { visibility: 'unlisted' })).body;
    const [, favourited, boosted] = await journalOf(roost, status.id);
    expect(favourited).toMatchObject({
      actor_id: ben.id,
      audience: { visibility: 'public', mentioned: [] },
      payload: { statusId: status.id, authorId: ann.id, threadId: status.id },
    });
    expect(boosted).toMatchObject({
      type: 'status.boosted',
      audience: { visibility: 'unlisted', mentioned: [] },
      payload: {
        boostId: boost.id,
        statusId: status.id,
        authorId: ann.id,
        threadId: status.id,
        visibility: 'unlisted',
        tags: ['topic'],
      },
    });
  });

  it('of what only the actor knows, tells nobody else', async () => {
    await act(cast.ben, 'bookmark');
    await act(cast.ben, 'mute');
    for (const entry of (await journalOf(roost, status.id)).slice(1))
      expect(entry.audience).toEqual({ visibility: 'self', mentioned: [] });
  });
});

describe('boosting', () => {
  it('makes a post of its own that holds the boosted one, once', async () => {
    const { ben } = cast;
    const first = (await act(ben, 'reblog')).body;
    expect(Status.safeParse(first).error).toBeUndefined();
    expect(first).toMatchObject({
      account: { id: ben.id },
      reblogged: true,
      reblog: { id: status.id, reblogged: true, reblogs_count: 1 },
    });
    expect((await act(ben, 'reblog')).body.id).toBe(first.id);
    expect((await act(ben, 'reblog', first.id)).body.id).toBe(first.id);
    expect((await cast.ann.get<Status>(`/api/v1/statuses/${status.id}`)).body.reblogs_count).toBe(1);
  });

  it('is taken back by the post, by the boost, or by deleting the boost', async () => {
    const { ben } = cast;
    for (const takeBack of [
      () => act(ben, 'unreblog'),
      async () => act(ben, 'unreblog', (await act(ben, 'reblog')).body.id),
      async () => ben.delete<Status & ErrorBody>(`/api/v1/statuses/${(await act(ben, 'reblog')).body.id}`),
    ]) {
      const boost = (await act(ben, 'reblog')).body;
      expect((await takeBack()).status).toBe(200);
      expect((await ben.get<Status>(`/api/v1/statuses/${status.id}`)).body).toMatchObject({ reblogs_count: 0, reblogged: false });
      expect((await ben.get(`/api/v1/statuses/${boost.id}`)).status).toBe(404);
    }
    expect((await act(ben, 'unreblog')).body).toMatchObject({ id: status.id, reblogged: false });
  });

  it('may not show what was said to fewer: direct posts never, posts for followers only by their author', async () => {
    const { ann, ben } = cast;
    const followers = await ann.publishes('for followers', { visibility: 'private' });
    const direct = await ann.publishes('@ben alone', { visibility: 'direct' });
    expect((await ben.get(`/api/v1/statuses/${followers.id}`)).status).toBe(200);
    for (const id of [followers.id, direct.id]) expect(refusal(await act(ben, 'reblog', id))).toEqual(NOT_FOUND);
    expect(refusal(await act(ann, 'reblog', direct.id))).toEqual(NOT_FOUND);
    expect((await act(ann, 'reblog', followers.id, { visibility: 'public' })).body).toMatchObject({
      visibility: 'private',
      reblog: { id: followers.id },
    });
  });

  it('of another person is not for me to delete', async () => {
    const boost = (await act(cast.ben, 'reblog')).body;
    expect(refusal(await cast.ann.delete<ErrorBody>(`/api/v1/statuses/${boost.id}`))).toEqual(NOT_FOUND);
    expect((await cast.ben.get(`/api/v1/statuses/${boost.id}`)).status).toBe(200);
  });
});

describe('pinning', () => {
  it('is for own posts that are not direct, and for five of them', async () => {
    const { ann, ben } = cast;
    expect((await act(ann, 'pin')).body.pinned).toBe(true);
    expect((await act(ann, 'pin')).body.pinned).toBe(true);
    expect(refusal(await act(ben, 'pin')).code).toBe('status.not_pinnable');
    expect(refusal(await act(ben, 'unpin')).code).toBe('status.not_pinnable');
    const direct = await ann.publishes('@ben', { visibility: 'direct' });
    expect(refusal(await act(ann, 'pin', direct.id)).code).toBe('status.not_pinnable');
    for (let pins = 1; pins < 5; pins++)
      expect((await act(ann, 'pin', (await ann.publishes(`pin ${pins}`)).id)).status).toBe(200);
    const sixth = await ann.publishes('one too many');
    expect(refusal(await act(ann, 'pin', sixth.id))).toMatchObject({ status: 422, code: 'status.too_many_pins' });
    expect((await act(ann, 'unpin')).body.pinned).toBe(false);
    expect((await act(ann, 'pin', sixth.id)).status).toBe(200);
  });
});

describe('who reacted', () => {
  it.each([
    { verb: 'favourite', list: 'favourited_by' },
    { verb: 'reblog', list: 'reblogged_by' },
  ])('$list pages by the reaction, newest first, without those whom a block keeps apart', async ({ verb, list }) => {
    const { ann, ben, max, ada } = cast;
    const apart = await roost.person({ handle: `apart_${verb}` });
    for (const person of [ben, max, apart, ada]) await act(person, verb);
    await roost.db.query('insert into block (account_id, target_id) values ($1, $2)', [apart.id, ann.id]);
    const path = `/api/v1/statuses/${status.id}/${list}`;
    const first = await ann.get<Account[]>(path, { limit: 2 });
    expect(first.body.map((account) => account.id)).toEqual([ada.id, max.id]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
    const second = await ann.get<Account[]>(String(next));
    expect(second.body.map((account) => account.id)).toEqual([ben.id]);
    expect(second.headers.get('link')).not.toContain('rel="next"');
    const back = /<([^>]+)>; rel="prev"/.exec(second.headers.get('link') ?? '')?.[1];
    expect((await ann.get<Account[]>(String(back))).body.map((account) => account.id)).toEqual([ada.id, max.id]);
    expect(refusal(await cast.cleo.get<ErrorBody>(path))).toEqual(NOT_FOUND);
  });
});
