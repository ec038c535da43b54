import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Search, SearchFacets } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

async function facets(q: string, person: Person = cast.ben): Promise<SearchFacets> {
  const answer = await person.get<SearchFacets>('/api/roost/v1/search/facets', { q });
  if (answer.status !== 200) throw new Error(`${q} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** How many posts the search itself lists. */
async function listed(q: string, person: Person): Promise<number> {
  const { body } = await person.get<Search>('/api/v2/search', { q, type: 'statuses', limit: 40 });
  return body.statuses.length;
}

describe('what the posts that a search finds have in common', () => {
  const day = new Date().toISOString().slice(0, 10);
  beforeAll(async () => {
    await roost.db.query('truncate status, tag cascade');
    const one = await cast.ann.publishes('needle one #alpha https://x.example', { language: 'fr' });
    await cast.max.publishes('needle two #alpha #beta', { in_reply_to_id: one.id, sensitive: true, language: 'en-GB' });
    const three = await cast.max.publishes('needle three', { language: 'en' });
    await cast.ann.publishes('needle for followers #Beta', { visibility: 'private', language: 'fr' });
    await cast.max.publishes('needle for @ann', { visibility: 'direct', language: 'de' });
    await cast.cleo.publishes('needle of cleo', { language: 'en' });
    await cast.ben.publishes('hay');
    await cast.ben.done('POST', `/api/v1/statuses/${one.id}/reblog`);
    await roost.db.query(`update status set created_at = '2026-03-10T23:59:59.999Z' where id = $1`, [one.id]);
    await roost.db.query('update status set has_media = true where id = $1', [three.id]);
    await roost.db.query(
      `insert into media (account_id, status_id, key, content_type, bytes, width, height, preview_width, preview_height, description)
       values ($1, $2, repeat('k', 43), 'image/png', 1, 1, 1, 1, 1, 'a cat')`,
      [cast.max.id, three.id],
    );
  });

  it('is counted by person, tag, day, language and kind', async () => {
    const found = await facets('needle');
    expect(found).toMatchObject({
      total: 5,
      more: false,
      has: { image: 1, link: 1, alt: 1 },
      is: { official: 0, reply: 1, sensitive: 1 },
      days: [
        { day: '2026-03-10', posts: 1 },
        { day, posts: 4 },
      ],
      languages: [
        { code: 'en', posts: 3 },
        { code: 'fr', posts: 2 },
      ],
    });
    expect(found.people.map(({ account, posts }) => [account.acct, posts])).toEqual([
      ['ann', 2],
      ['max', 2],
      ['cleo', 1],
    ]);
    expect(found.tags).toEqual([
      { name: 'alpha', written: 'alpha', posts: 2 },
      { name: 'beta', written: 'beta', posts: 2 },
    ]);
  });

  it('is counted among what the reader may see and nothing else', async () => {
    expect((await facets('needle', cast.ann)).total).toBe(5);
    expect((await facets('needle', cast.max)).people.map(({ account, posts }) => [account.acct, posts])).toEqual([
      ['max', 3],
      ['ann', 1],
      ['cleo', 1],
    ]);
    const hers = await facets('needle', cast.cleo);
    expect(hers.people.map(({ account }) => account.acct)).toEqual(['max', 'cleo']);
    expect(hers.languages.map(({ code }) => code)).toEqual(['en']);
    expect((await facets('followers', cast.max)).days).toEqual([]);
    expect((await facets('followers', cast.max)).tags).toEqual([]);
  });

  it('agrees with the list, whatever is added to the search', async () => {
    for (const person of [cast.ann, cast.ben, cast.max, cast.cleo]) {
      const base = await facets('needle', person);
      const added = [
        ...base.people.map(({ account, posts }) => [`from:${account.acct}`, posts] as const),
        ...base.tags.map(({ name, posts }) => [`tag:${name}`, posts] as const),
        ...base.languages.map(({ code, posts }) => [`lang:${code}`, posts] as const),
        ...base.days.map((entry) => [`since:${entry.day} until:${entry.day}`, entry.posts] as const),
        ...Object.entries(base.has).map(([part, posts]) => [`has:${part}`, posts] as const),
        ...Object.entries(base.is).map(([kind, posts]) => [`is:${kind}`, posts] as const),
      ];
      expect(added.length).toBeGreaterThan(8);
      for (const [operator, posts] of added) {
        expect([operator, await listed(`needle ${operator}`, person)]).toEqual([operator, posts]);
        expect([operator, (await facets(`needle ${operator}`, person)).total]).toEqual([operator, posts]);
      }
    }
  });

  it('counts the other values as if none of those that exclude each other had been chosen', async () => {
    const found = await facets('needle from:max OR from:cleo lang:en since:2026-06-01');
    expect(found.total).toBe(3);
    expect(found.people.map(({ account, posts }) => [account.acct, posts])).toEqual([
      ['max', 2],
      ['cleo', 1],
    ]);
    expect((await facets('needle from:max')).people.map(({ account }) => account.acct)).toEqual(['ann', 'max', 'cleo']);
    expect((await facets('needle lang:fr')).languages.map(({ code }) => code)).toEqual(['en', 'fr']);
    expect((await facets('needle since:2026-06-01')).days.map((entry) => entry.day)).toEqual(['2026-03-10', day]);
    expect((await facets('needle -from:max')).people.map(({ account }) => account.acct)).toEqual(['ann', 'cleo']);
    expect((await facets('needle tag:beta')).tags.map(({ name }) => name)).toEqual(['beta', 'alpha']);
  });

  it('stays with one person when nothing but that person was asked for', async () => {
    const found = await facets('from:max');
    expect(found.total).toBe(2);
    expect(found.people.map(({ account }) => account.acct)).toEqual(['max']);
  });

  it('speaks of who boosted when boosts are asked for', async () => {
    const found = await facets('is:boost needle');
    expect(found).toMatchObject({ total: 1, languages: [{ code: 'fr', posts: 1 }] });
    expect(found.people.map(({ account }) => account.acct)).toEqual(['ben']);
    expect(found.tags.map(({ name }) => name)).toEqual(['alpha']);
  });

  it('is nothing for nothing, and names what is wrong as the search does', async () => {
    expect(await facets('')).toMatchObject({ total: 0, days: [], people: [] });
    const wrong = await cast.ben.get<{ code: string }>('/api/roost/v1/search/facets', { q: 'needle form:ann' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'search.unknown_operator']);
    expect((await roost.anonymous.get('/api/roost/v1/search/facets', { q: 'needle' })).status).toBe(401);
  });

  it('counts the newest where there are too many, and says so', async () => {
    await roost.db.query(
      `insert into status (account_id, text, visibility, thread_id) select $1, 'straw ' || i, 'public', 1 from generate_series(1, 2100) i`,
      [cast.max.id],
    );
    expect(await facets('straw')).toMatchObject({ total: 2000, more: true });
    expect(await facets('needle')).toMatchObject({ total: 5, more: false });
  });
});
