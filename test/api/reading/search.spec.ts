import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Search, Status } from '@roost/contracts';
import { type Answer, type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

const search = (q: string, query = {}, person: Person = cast.ben): Promise<Answer<Search>> =>
  person.get<Search>('/api/v2/search', { q, type: 'statuses', ...query });
async function found(q: string, query = {}, person: Person = cast.ben): Promise<string[]> {
  const answer = await search(q, query, person);
  if (answer.status !== 200) throw new Error(`${q} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body.statuses.map((status) => (status.reblog ?? status).roost.text);
}

describe('words', () => {
  beforeAll(async () => {
    await roost.db.query('truncate status, tag cascade');
    for (const text of [
      'The servers are running again',
      'Réunion demain à la cafétéria',
      'Ticket PRJ-2041 is blocked',
      'PRJ-2042 too, but PRJ 2041 is spelt wrong here',
      'see https://wiki.example.com/Reports/q3_final?page=2#top',
      'client/server or C++ and C#',
      '東京オフィスに行きます',
      'well done 🎉👍🏽',
      'l’équipe déploie les serveurs',
      '100% sure_thing \\o/ it’s',
      'artistic freedom',
    ])
      await cast.ann.publishes(text);
  });

  it.each([
    ['server', 'the word in every form of it', ['client/server or C++ and C#', 'The servers are running again']],
    ['running', 'a stem', ['The servers are running again']],
    ['run again', 'another form of it', ['The servers are running again']],
    ['reunion', 'without its accents', ['Réunion demain à la cafétéria']],
    ['CAFÉTÉRIA', 'in capitals', ['Réunion demain à la cafétéria']],
    ['cafet', 'by its beginning', ['Réunion demain à la cafétéria']],
    ['équipe', 'after an elision', ['l’équipe déploie les serveurs']],
    ['PRJ-2041', 'a code with its hyphen', ['Ticket PRJ-2041 is blocked']],
    ['2041', 'a part of a code', ['PRJ-2042 too, but PRJ 2041 is spelt wrong here', 'Ticket PRJ-2041 is blocked']],
    ['wiki.example.com/reports', 'a part of an address', ['see https://wiki.example.com/Reports/q3_final?page=2#top']],
    ['q3_final', 'with an underscore', ['see https://wiki.example.com/Reports/q3_final?page=2#top']],
    ['C++', 'with signs', ['client/server or C++ and C#']],
    ['東京', 'two signs of CJK', ['東京オフィスに行きます']],
    ['京', 'one sign of CJK', ['東京オフィスに行きます']],
    ['"again the"', 'no phrase from the end of a text to its beginning', []],
    ['京東', 'not the same signs the other way round', []],
    ['🎉', 'an emoji', ['well done 🎉👍🏽']],
    ['👍', 'an emoji in another skin', ['well done 🎉👍🏽']],
    ['100%', 'a wildcard of LIKE as a sign', ['100% sure_thing \\o/ it’s']],
    ['\\o/', 'an escape as a sign', ['100% sure_thing \\o/ it’s']],
    ["it's", 'a straight for a curly apostrophe', ['100% sure_thing \\o/ it’s']],
    ['"servers are"', 'a phrase', ['The servers are running again']],
    ['"are servers"', 'not a phrase the other way round', []],
    ['art x', 'not a beginning that is not the last word', []],
    ['artist', 'the last word as a beginning', ['artistic freedom']],
    ['serveur', 'the word in another language', ['l’équipe déploie les serveurs']],
    ['server -running', 'all but', ['client/server or C++ and C#']],
    ['reunion OR artistic', 'either', ['artistic freedom', 'Réunion demain à la cafétéria']],
    ['"%"', 'a lone wildcard', ['100% sure_thing \\o/ it’s']],
    ['', 'nothing at all', []],
  ])('%s finds %s', async (q, _, expected) => {
    expect(await found(q)).toEqual(expected);
  });
});

describe('operators', () => {
  const days = new Map<string, string>();
  beforeAll(async () => {
    await roost.db.query('truncate status, tag cascade');
    const one = await cast.ann.publishes('one #alpha https://x.example', { language: 'fr' });
    const two = await cast.max.publishes('two @ben #beta', { in_reply_to_id: one.id, sensitive: true });
    const three = await cast.ben.publishes('three', { language: 'pt-BR' });
    await cast.max.publishes('four @ben', { visibility: 'direct' });
    await cast.max.done('POST', `/api/v1/statuses/${one.id}/reblog`);
    await cast.ben.done('POST', `/api/v1/statuses/${one.id}/bookmark`);
    await cast.ben.done('POST', `/api/v1/statuses/${two.id}/favourite`);
    await roost.db.query(`update status set created_at = '2026-03-10T23:59:59.999Z' where id = $1`, [one.id]);
    await roost.db.query(`update status set created_at = '2026-03-11T00:00:00Z' where id = $1`, [two.id]);
    await roost.db.query('update status set has_media = true where id = $1', [three.id]);
    await roost.db.query(`update account set kind = 'official' where id = $1`, [cast.ann.id]);
    await roost.db.query(
      `insert into media (account_id, status_id, key, content_type, bytes, width, height, preview_width, preview_height, description)
       values ($1, $2, repeat('k', 43), 'image/png', 1, 1, 1, 1, 1, 'a cat')`,
      [cast.ben.id, three.id],
    );
    days.set('one', '2026-03-10');
  });

  it.each([
    ['from:ann', ['one']],
    ['from:me', ['three']],
    ['-from:max', ['three', 'one']],
    ['from:nobody', []],
    ['-from:nobody from:me', ['three']],
    ['to:ann', ['two']],
    ['to:me', ['four', 'two']],
    ['#alpha', ['one']],
    ['tag:ALPHA OR tag:beta', ['two', 'one']],
    ['#nowhere', []],
    ['in:bookmarks', ['one']],
    ['in:favourites', ['two']],
    ['in:mentions', ['four', 'two']],
    ['in:direct', ['four']],
    ['in:company', ['three', 'two', 'one']],
    ['in:home', ['three', 'one']],
    ['until:2026-03-10', ['one']],
    ['since:2026-03-11 until:2026-03-11', ['two']],
    ['since:2026-03-12', ['four', 'three']],
    ['has:link', ['one']],
    ['has:image', ['three']],
    ['has:media has:alt', ['three']],
    ['is:official', ['one']],
    ['is:reply', ['two']],
    ['is:sensitive', ['two']],
    ['is:boost', ['one']],
    ['is:boost from:max', ['one']],
    ['is:boost from:ann', []],
    ['is:boost two', []],
    ['lang:fr', ['one']],
    ['lang:pt', ['three']],
  ])('%s', async (q, expected) => {
    expect((await found(q)).map((text) => text.split(' ')[0])).toEqual(expected);
  });

  it('name what is wrong and what was probably meant', async () => {
    const answer = await cast.ben.get<{ code: string; error: string; details: Record<string, unknown> }>('/api/v2/search', {
      q: 'lunch form:ann',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('search.unknown_operator');
    expect(answer.body.details).toMatchObject({ operator: 'form', nearest: 'from', start: 6, end: 14 });
    expect(answer.body.error).toContain('did you mean from:');
    expect((await search('x '.repeat(40))).status).toBe(422);
  });
});

describe('what is found', () => {
  it('is everything the reader may see and nothing else', async () => {
    await roost.db.query('truncate status, tag cascade');
    await cast.ann.publishes('needle public');
    await cast.ann.publishes('needle aside', { visibility: 'unlisted' });
    await cast.ann.publishes('needle followers', { visibility: 'private' });
    await cast.ann.publishes('needle for @max', { visibility: 'direct' });
    await cast.cleo.publishes('needle of cleo');
    const gone = await cast.ann.publishes('needle deleted');
    await cast.ann.done('DELETE', `/api/v1/statuses/${gone.id}`);
    expect(await found('needle', {}, cast.ann)).toEqual(['needle for @max', 'needle followers', 'needle aside', 'needle public']);
    expect(await found('needle', {}, cast.ben)).toEqual(['needle of cleo', 'needle followers', 'needle aside', 'needle public']);
    expect(await found('needle', {}, cast.max)).toEqual(['needle of cleo', 'needle for @max', 'needle aside', 'needle public']);
    expect(await found('needle', {}, cast.cleo)).toEqual(['needle of cleo']);
    expect(await found('needle', { account_id: cast.ann.id }, cast.ben)).toHaveLength(3);
    await roost.db.query(`update account set state = 'suspended' where id = $1`, [cast.ann.id]);
    expect(await found('needle', {}, cast.ben)).toEqual(['needle of cleo']);
    await roost.db.query(`update account set state = 'active' where id = $1`, [cast.ann.id]);
  });

  it('follows an edit', async () => {
    const post = await cast.max.publishes('a sparrow');
    expect(await found('sparrow')).toHaveLength(1);
    await cast.max.done('PUT', `/api/v1/statuses/${post.id}`, { status: 'an eagle' });
    expect(await found('sparrow')).toEqual([]);
    expect(await found('eagle')).toEqual(['an eagle']);
  });

  it('comes in pages, by offset until they end empty, or by id, whatever lies hidden in between', async () => {
    await roost.db.query('truncate status, tag cascade');
    for (let n = 1; n <= 5; n += 1) {
      await cast.max.publishes(`pearl ${n}`);
      for (let hidden = 0; hidden < 9; hidden += 1) await cast.max.publishes('pearl hidden', { visibility: 'direct' });
    }
    const first = await search('pearl', { limit: 2 });
    expect(await found('pearl', { limit: 2 })).toEqual(['pearl 5', 'pearl 4']);
    expect(await found('pearl', { limit: 2, offset: 2 })).toEqual(['pearl 3', 'pearl 2']);
    expect(await found('pearl', { limit: 2, offset: 4 })).toEqual(['pearl 1']);
    expect(await found('pearl', { limit: 2, offset: 6 })).toEqual([]);
    expect(await found('pearl', { limit: 2, offset: 5_000_000 })).toEqual([]);
    const oldest = first.body.statuses.at(-1) as Status;
    expect(await found('pearl', { limit: 2, max_id: oldest.id })).toEqual(['pearl 3', 'pearl 2']);
    expect(await found('pearl', { min_id: oldest.id })).toEqual(['pearl 5']);
  });
});

describe('what lies far back', () => {
  beforeAll(async () => {
    await roost.db.query('truncate status, tag cascade');
    const old = await cast.ann.publishes('an old ibis PRJ-77 🦩');
    await cast.max.publishes('to ann', { in_reply_to_id: old.id });
    await cast.max.publishes('naming @ann');
    await cast.ann.publishes('an old ibis for few', { visibility: 'private' });
    await cast.max.done('POST', `/api/v1/statuses/${old.id}/reblog`);
    await roost.db.query(
      `insert into status (account_id, text, visibility, thread_id) select $1, 'hay ' || i, 'public', 1 from generate_series(1, 2500) i`,
      [cast.max.id],
    );
  });

  it.each([
    ['ibis', ['an old ibis PRJ-77 🦩']],
    ['old ibis -few', ['an old ibis PRJ-77 🦩']],
    ['PRJ-77', ['an old ibis PRJ-77 🦩']],
    ['🦩', ['an old ibis PRJ-77 🦩']],
    ['ibis OR nothing', ['an old ibis PRJ-77 🦩']],
    ['to:ann', ['naming @ann', 'to ann']],
    ['to:nobody', []],
    ['is:boost ibis', ['an old ibis PRJ-77 🦩']],
    ['ibis from:ann', ['an old ibis PRJ-77 🦩']],
    ['ibis from:max', []],
    ['from:ann', ['an old ibis PRJ-77 🦩']],
    ['ibis OR from:ann', ['an old ibis PRJ-77 🦩']],
  ])('is found by %s', async (q, expected) => {
    expect(await found(q, {}, cast.ada)).toEqual(expected);
  });

  it('is found upwards too', async () => {
    expect(await found('ibis', { min_id: '0', limit: 1 }, cast.ben)).toEqual(['an old ibis PRJ-77 🦩']);
    expect(await found('ibis', { limit: 1 }, cast.ben)).toEqual(['an old ibis for few']);
  });
});

describe('the other kinds', () => {
  beforeAll(async () => {
    await roost.db.query('truncate status, tag cascade');
    await cast.ann.publishes('#ProjectPhoenix');
    await cast.ann.publishes('#phoenix again');
    await cast.ann.publishes('#phoenixsecret', { visibility: 'private' });
  });

  it('are people and hashtags, each alone when asked', async () => {
    const everything = await cast.ben.get<Search>('/api/v2/search', { q: 'ann' });
    expect(everything.body.accounts.map((account) => account.acct)).toEqual(['ann']);
    const tags = await cast.ben.get<Search>('/api/v2/search', { q: '#Phoenix', type: 'hashtags' });
    expect(tags.body.hashtags.map((tag) => tag.name)).toEqual(['phoenix', 'projectphoenix']);
    expect(tags.body).toMatchObject({ accounts: [], statuses: [] });
    const people = await cast.ben.get<Search>('/api/v2/search', { q: 'phoenix', type: 'accounts' });
    expect(people.body).toEqual({ accounts: [], statuses: [], hashtags: [] });
  });

  it('are what an address of our own leads to', async () => {
    const post = await cast.ann.publishes('here');
    const secret = await cast.ann.publishes('hidden', { visibility: 'direct' });
    const by = async (q: string): Promise<Search> => (await cast.ben.get<Search>('/api/v2/search', { q, resolve: true })).body;
    expect((await by(post.url)).statuses.map((status) => status.id)).toEqual([post.id]);
    expect(await by(post.url)).toMatchObject({ accounts: [], hashtags: [] });
    expect((await by(post.account.url)).accounts.map((account) => account.id)).toEqual([cast.ann.id]);
    expect(await by(secret.url)).toEqual({ accounts: [], statuses: [], hashtags: [] });
    expect(await by(`${roost.url}/@nobody_here`)).toEqual({ accounts: [], statuses: [], hashtags: [] });
  });
});

describe('hostile input', () => {
  it('changes nothing and breaks nothing', async () => {
    const before = (await roost.db.query('select count(*) from status')).rows;
    for (const q of HOSTILE) {
      const { status } = await search(q);
      expect([q, [200, 422].includes(status)]).toEqual([q, true]);
    }
    expect((await roost.db.query('select count(*) from status')).rows).toEqual(before);
  });

  it('is cut off in time, with an error that says so', async () => {
    // A table locked by somebody else stands for a search that does not end.
    const client = await roost.db.connect();
    await client.query('begin');
    await client.query('lock table status_tag in access exclusive mode');
    try {
      const answer = await cast.ben.get<{ code: string }>('/api/v2/search', { q: 'x in:home', type: 'statuses' });
      expect(answer.status).toBe(422);
      expect(answer.body.code).toBe('search.too_broad');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

const HOSTILE = [
  `'; drop table status; --`,
  `' or '1'='1`,
  `") or true --`,
  `from:ann'--`,
  `tag:x'); delete from status; --`,
  `lang:'||pg_sleep(10)||'`,
  `lang:fr');--`,
  `$1 $2 $3 $99`,
  `:* & | ! <-> <2> ( )`,
  `a & !b | c:*`,
  `"a' <-> 'b"`,
  `\\ \\\\ \\'`,
  `% _ %% __ "%_%"`,
  `\u0000 a\u0000b "\u0000"`,
  `\ud800 \udfff`,
  `(((((((((((((((((((`,
  `"`.repeat(300),
  `-`.repeat(300),
  `-"x" `.repeat(30),
  `a OR `.repeat(16),
  `½ ² Ⅷ ﬁ`,
  `½`,
  `${'é'.repeat(399)}`,
  `${'🎉'.repeat(190)}`,
  `👨‍👩‍👧‍👦 🏳️‍🌈 #️⃣`,
  `א ב ג ุ ู ً`,
  `since:0000-00-00`,
  `since:1970-01-01 until:9999-12-31`,
  `__proto__:x constructor:y toString:z`,
  `in:__proto__`,
  `has:constructor`,
  `https://${'a'.repeat(300)}`,
  `http://[`,
  `\u202e\u2066x`,
];
