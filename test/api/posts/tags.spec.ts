import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, Tag, type TagSuggestion } from '@roost/contracts';
import { type Cast, type Roost, startRoost } from '@roost/test-kit';
import { journalOf, NOT_FOUND, oneRow, refusal } from './support.js';

let roost: Roost;
let cast: Cast;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

function tag(name: string, person = cast.ann) {
  return person.get<Tag & ErrorBody>(`/api/v1/tags/${encodeURIComponent(name)}`);
}

async function suggestions(q: string): Promise<TagSuggestion[]> {
  return (await cast.ann.web.get<TagSuggestion[]>('/api/roost/v1/tags/suggestions', { q })).body;
}

describe('a tag', () => {
  it('is one tag however it is written, shown as most people write it', async () => {
    const { ann, ben, max } = cast;
    await ann.publishes('#reunion first');
    await ben.publishes('#Réunion second');
    await max.publishes('#Réunion and #RÉUNION third');
    for (const name of ['reunion', 'Réunion', '#REUNION', 'ｒｅｕｎｉｏｎ']) {
      const { body } = await tag(name);
      expect(Tag.safeParse(body).error).toBeUndefined();
      expect(body).toMatchObject({
        name: 'reunion',
        url: `${roost.url}/tags/reunion`,
        following: false,
        roost: { written: 'Réunion' },
      });
    }
  });

  it('tells its uses and people of seven days, of posts that everybody may see', async () => {
    const { ann, ben } = cast;
    const deleted = await ann.publishes('#history deleted');
    const old = await ann.publishes('#history older');
    await ann.publishes('#history today');
    await ann.publishes('#history again, #History twice');
    await ben.publishes('#history too', { visibility: 'unlisted' });
    await ben.publishes('#history for followers', { visibility: 'private' });
    await ann.done('DELETE', `/api/v1/statuses/${deleted.id}`);
    // Ids tell the time too, so the row moves with both.
    await roost.db.query(
      `with moved as (insert into status (id, thread_id, account_id, text, visibility, created_at)
         select roost_id(now() - interval '2 days'), 1, account_id, text, visibility, now() - interval '2 days' from status where id = $1 returning id)
       update status_tag set status_id = (select id from moved) where status_id = $1`,
      [old.id],
    );
    const { history } = (await tag('history')).body;
    expect(history).toHaveLength(7);
    expect(history.map(({ uses, accounts }) => [uses, accounts])).toEqual([
      ['3', '2'],
      ['0', '0'],
      ['1', '1'],
      ...Array.from({ length: 4 }, () => ['0', '0']),
    ]);
    expect(Number(history[0]?.day) % 86_400).toBe(0);
    expect(Number(history[0]?.day) - Number(history[6]?.day)).toBe(6 * 86_400);
  });

  it('is empty before its first use, and nothing when it can be none', async () => {
    expect((await tag('NeverUsed')).body).toMatchObject({ name: 'neverused', following: false, roost: { written: 'NeverUsed' } });
    for (const name of ['2024', '!!!', 'x'.repeat(101)]) expect(refusal(await tag(name))).toEqual(NOT_FOUND);
    expect((await roost.anonymous.get('/api/v1/tags/reunion')).status).toBe(401);
  });
});

describe('following a tag', () => {
  it('is done once, listed newest first, and taken back', async () => {
    const { ben } = cast;
    for (const name of ['Alpha', 'bêta', 'GAMMA', '#Alpha', 'alpha']) {
      const answer = await ben.done<Tag>('POST', `/api/v1/tags/${encodeURIComponent(name)}/follow`);
      expect(answer.following).toBe(true);
    }
    const first = await ben.get<Tag[]>('/api/v1/followed_tags', { limit: 2 });
    expect(first.body.map((one) => [one.name, one.following])).toEqual([
      ['gamma', true],
      ['beta', true],
    ]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
    expect((await ben.get<Tag[]>(String(next))).body.map((one) => one.name)).toEqual(['alpha']);
    expect((await cast.ann.get<Tag[]>('/api/v1/followed_tags')).body).toEqual([]);

    const { id } = await oneRow<{ id: string }>(roost, `select id from tag where name = 'alpha'`);
    for (let time = 0; time < 2; time++)
      expect(await ben.done('POST', '/api/v1/tags/ALPHA/unfollow')).toMatchObject({ following: false });
    expect((await journalOf(roost, id)).map((entry) => [entry.type, entry.payload])).toEqual([
      ['tag.followed', { tagId: id, name: 'alpha' }],
      ['tag.unfollowed', { tagId: id, name: 'alpha' }],
    ]);
  });

  it('refuses what is no tag, and needs the scope', async () => {
    expect(refusal(await cast.ben.post<ErrorBody>('/api/v1/tags/123/follow'))).toMatchObject({
      status: 422,
      code: 'tag.invalid',
    });
    expect(refusal(await cast.ben.post<ErrorBody>('/api/v1/tags/123/unfollow'))).toMatchObject({
      status: 422,
      code: 'tag.invalid',
    });
    const reader = cast.ben.withToken(await roost.token(cast.ben.id, ['read']));
    expect((await reader.post('/api/v1/tags/alpha/follow')).status).toBe(403);
    expect((await reader.get('/api/v1/followed_tags')).status).toBe(200);
  });

  it('leaves out a sign that no text keeps', async () => {
    const answer = await cast.ben.post<Tag>(`/api/v1/tags/${encodeURIComponent('nul\0led')}/follow`);
    expect([answer.status, answer.body.name, answer.body.following]).toEqual([200, 'nulled', true]);
  });

  it('by a hundred at once is one following', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => cast.max.post(`/api/v1/tags/${index % 2 ? 'Rush' : 'rush'}/follow`)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(
      await oneRow(roost, `select count(*)::int as count from tag_follow f join tag t on t.id = f.tag_id where t.name = 'rush'`),
    ).toEqual({ count: 1 });
  });
});

describe('suggestions', () => {
  it('begin with what was typed, the exact one first, then the busiest of today, in their usual casing', async () => {
    const { ann, ben } = cast;
    await ann.publishes('#Projet');
    await ben.publishes('#ProjetOuest a');
    await ann.publishes('#ProjetOuest b');
    await ann.publishes('#ProjetEst');
    const expected = [
      { name: 'Projet', uses_today: 1 },
      { name: 'ProjetOuest', uses_today: 2 },
      { name: 'ProjetEst', uses_today: 1 },
    ];
    for (const typed of ['projet', 'PROJET', 'prôjet', ' projet']) expect(await suggestions(typed)).toEqual(expected);
    expect(await suggestions('projeto')).toEqual([{ name: 'ProjetOuest', uses_today: 2 }]);
    expect((await suggestions('')).map((one) => one.name)).toContain('ProjetOuest');
    for (const typed of ['%', '_', '\\', "'", '#']) expect(await suggestions(`${typed}nothing`)).toEqual([]);
  });

  it('do not give away tags of private or deleted posts', async () => {
    const { ann } = cast;
    await ann.publishes('@ben #SecretDirect', { visibility: 'direct' });
    await ann.publishes('#SecretFollowers', { visibility: 'private' });
    const slip = await ann.publishes('#SecretSlip');
    expect((await suggestions('secret')).map((one) => one.name)).toEqual(['SecretSlip']);
    await ann.done('DELETE', `/api/v1/statuses/${slip.id}`);
    expect(await suggestions('secret')).toEqual([]);
  });

  it('are for our own web client', async () => {
    expect((await cast.ann.get('/api/roost/v1/tags/suggestions?q=a', {}, { headers: { origin: roost.url } })).status).toBe(403);
    expect((await roost.anonymous.get('/api/roost/v1/tags/suggestions?q=a')).status).toBe(401);
  });
});
