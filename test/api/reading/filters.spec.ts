import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Filter, FilterKeyword, FilterStatus, V1Filter } from '@roost/contracts';
import { type Cast, type Roost, startRoost } from '@roost/test-kit';

const V2 = '/api/v2/filters';
const V1 = '/api/v1/filters';
const error = (answer: { body: unknown }): string => (answer.body as { error: string }).error;

describe('filters', () => {
  let roost: Roost;
  let cast: Cast;
  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
  });
  afterAll(() => roost.stop());
  beforeEach(() => roost.db.query('delete from filter'));

  const make = (fields: Record<string, unknown> = {}): Promise<Filter> =>
    cast.ben.done<Filter>('POST', V2, { title: 'Football', context: ['home', 'public'], ...fields });
  const read = async (id: string): Promise<Filter> => (await cast.ben.get<Filter>(`${V2}/${id}`)).body;
  const phrases = (filter: Filter): unknown[] => filter.keywords.map(({ keyword, whole_word }) => [keyword, whole_word]);

  it('are made, shown, changed and deleted', async () => {
    expect((await cast.ben.get(V2)).body).toEqual([]);
    const filter = await make({
      filter_action: 'hide',
      keywords_attributes: [{ keyword: 'goal' }, { keyword: 'foot', whole_word: false }],
    });
    expect(filter).toEqual({
      id: filter.id,
      title: 'Football',
      context: ['home', 'public'],
      expires_at: null,
      filter_action: 'hide',
      keywords: [
        { id: expect.any(String), keyword: 'goal', whole_word: true },
        { id: expect.any(String), keyword: 'foot', whole_word: false },
      ],
      statuses: [],
    });
    expect((await cast.ben.get(V2)).body).toEqual([filter]);
    const changed = await cast.ben.done<Filter>('PUT', `${V2}/${filter.id}`, {
      title: 'Matches',
      context: 'thread',
      filter_action: 'blur',
    });
    expect(changed).toEqual({ ...filter, title: 'Matches', context: ['thread'], filter_action: 'blur' });
    expect(await read(filter.id)).toEqual(changed);
    expect(await cast.ben.done('DELETE', `${V2}/${filter.id}`)).toEqual({});
    expect((await cast.ben.get(`${V2}/${filter.id}`)).status).toBe(404);
    expect((await cast.ben.get(V2)).body).toEqual([]);
  });

  it('warn unless told otherwise, and end when they were told to', async () => {
    const filter = await make({ expires_in: 3600 });
    expect(filter.filter_action).toBe('warn');
    const left = new Date(filter.expires_at ?? 0).getTime() - Date.now();
    expect(left).toBeGreaterThan(3_500_000);
    expect(left).toBeLessThan(3_700_000);
    expect((await cast.ben.done<Filter>('PUT', `${V2}/${filter.id}`, { title: 'Same' })).expires_at).toBe(filter.expires_at);
    expect((await cast.ben.done<Filter>('PUT', `${V2}/${filter.id}`, { expires_in: '' })).expires_at).toBeNull();
    expect((await cast.ben.done<Filter>('PUT', `${V2}/${filter.id}`, { expires_in: '60' })).expires_at).not.toBeNull();
    expect((await cast.ben.done<Filter>('PUT', `${V2}/${filter.id}`, { expires_in: null })).expires_at).toBeNull();
  });

  const multipart = (fields: string[][]): FormData => {
    const form = new FormData();
    for (const [name = '', value = ''] of fields) form.append(name, value);
    return form;
  };
  const FIELDS = [
    ['title', 'Football'],
    ['context[]', 'home'],
    ['context[]', 'account'],
  ];
  const NUMBERED = [
    ['keywords_attributes[0][keyword]', 'goal'],
    ['keywords_attributes[0][whole_word]', 'false'],
    ['keywords_attributes[1][keyword]', 'foul'],
  ];
  const PLAIN = NUMBERED.map(([name = '', value]) => [name.replace(/\[\d\]/, '[]'), value ?? '']);
  const JSON_HASH = { 0: { keyword: 'goal', whole_word: 'f' }, 1: { keyword: 'foul' } };
  it.each([
    ['a form with numbers', () => new URLSearchParams([...FIELDS, ...NUMBERED])],
    ['a form without', () => new URLSearchParams([...FIELDS, ...PLAIN])],
    ['multipart with numbers', () => multipart([...FIELDS, ...NUMBERED])],
    ['multipart without', () => multipart([...FIELDS, ...PLAIN])],
    ['JSON with an index hash', () => ({ title: 'Football', context: ['home', 'account'], keywords_attributes: JSON_HASH })],
  ])('take their keywords from %s', async (_, body) => {
    const answer = await cast.ben.post<Filter>(V2, body());
    expect(answer.status).toBe(200);
    expect(answer.body.context).toEqual(['home', 'account']);
    expect(phrases(answer.body)).toEqual([
      ['goal', false],
      ['foul', true],
    ]);
  });

  it('change, add and drop keywords in one go, or none of them', async () => {
    const filter = await make({ keywords_attributes: [{ keyword: 'one' }, { keyword: 'two' }, { keyword: '' }] });
    const [one, two] = filter.keywords as [FilterKeyword, FilterKeyword];
    const form = new URLSearchParams([
      ['keywords_attributes[0][id]', one.id],
      ['keywords_attributes[0][_destroy]', 'true'],
      ['keywords_attributes[1][id]', two.id],
      ['keywords_attributes[1][whole_word]', '0'],
      ['keywords_attributes[2][keyword]', 'three'],
    ]);
    const changed = await cast.ben.put<Filter>(`${V2}/${filter.id}`, form);
    expect(phrases(changed.body)).toEqual([
      ['two', false],
      ['three', true],
    ]);
    const stranger = await cast.ben.put(`${V2}/${filter.id}`, {
      title: 'Lost',
      keywords_attributes: [{ keyword: 'four' }, { id: one.id, keyword: 'gone' }],
    });
    expect(stranger.status).toBe(404);
    expect(await read(filter.id)).toEqual(changed.body);
  });

  it.each([
    [{ title: '' }, "title can't be blank"],
    [{ context: [] }, 'context none or unsupported context supplied'],
    [{ context: undefined }, 'context '],
    [{ context: ['kitchen'] }, 'context.0 '],
    [{ filter_action: 'burn' }, 'filter_action '],
    [{ expires_in: -1 }, 'expires_in '],
    [{ expires_in: 'soon' }, 'expires_in '],
    [{ expires_in: 1e20 }, 'expires_in '],
    [{ keywords_attributes: [{ keyword: '\u200b', whole_word: true }] }, "keywords_attributes.0.keyword can't be blank"],
    [{ keywords_attributes: [{ keyword: '\u0000', whole_word: true }] }, "keywords_attributes.0.keyword can't be blank"],
    [{ keywords_attributes: [{ keyword: 'x'.repeat(513) }] }, 'keywords_attributes.0.keyword is too long'],
    [{ keywords_attributes: 'nonsense' }, 'keywords_attributes.0 '],
    [
      { keywords_attributes: Array.from({ length: 101 }, (_, index) => ({ keyword: `word ${index}` })) },
      'A filter holds at most 100 keywords',
    ],
  ])('are refused with %j', async (fields, reason) => {
    const answer = await cast.ben.post(V2, { title: 'Football', context: ['home'], ...fields });
    expect(answer.status).toBe(422);
    expect(error(answer)).toContain(`Validation failed: ${reason}`);
    expect((await cast.ben.get(V2)).body).toEqual([]);
  });

  it('are a hundred at most', async () => {
    await roost.db.query(
      `insert into filter (account_id, title, context) select $1, 'filter ' || i, '{home}' from generate_series(1, 99) i`,
      [cast.ben.id],
    );
    const answers = await Promise.all([1, 2, 3].map(() => cast.ben.post(V2, { title: 'One more', context: ['home'] })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422]);
  });

  it('keep keywords that are read, added, changed and dropped one by one', async () => {
    const { id } = await make();
    const added = await cast.ben.done<FilterKeyword>('POST', `${V2}/${id}/keywords`, { keyword: ' goal  kick ' });
    expect(added).toEqual({ id: added.id, keyword: 'goal kick', whole_word: true });
    expect((await cast.ben.get(`${V2}/keywords/${added.id}`)).body).toEqual(added);
    const changed = await cast.ben.done('PUT', `${V2}/keywords/${added.id}`, { keyword: 'penalty', whole_word: 'false' });
    expect(changed).toEqual({ id: added.id, keyword: 'penalty', whole_word: false });
    expect((await cast.ben.get(`${V2}/${id}/keywords`)).body).toEqual([changed]);
    const blank = await cast.ben.post(`${V2}/${id}/keywords`, { keyword: '' });
    expect([blank.status, error(blank)]).toEqual([422, "Validation failed: keyword can't be blank"]);
    const absent = await cast.ben.post(`${V2}/${id}/keywords`, {});
    expect([absent.status, error(absent)]).toEqual([422, "Validation failed: Keyword can't be blank"]);
    expect(await cast.ben.done('DELETE', `${V2}/keywords/${added.id}`)).toEqual({});
    expect((await cast.ben.get(`${V2}/keywords/${added.id}`)).status).toBe(404);
    expect((await read(id)).keywords).toEqual([]);
  });

  it('name posts, and a boost names what it boosts', async () => {
    const { id } = await make();
    const post = await cast.ann.publishes('Something');
    const boost = await cast.max.done<{ id: string }>('POST', `/api/v1/statuses/${post.id}/reblog`);
    const named = await cast.ben.done<FilterStatus>('POST', `${V2}/${id}/statuses`, { status_id: boost.id });
    expect(named).toEqual({ id: named.id, status_id: post.id });
    expect((await cast.ben.get(`${V2}/${id}/statuses`)).body).toEqual([named]);
    expect((await cast.ben.get(`${V2}/statuses/${named.id}`)).body).toEqual(named);
    expect((await read(id)).statuses).toEqual([named]);
    const again = await cast.ben.post(`${V2}/${id}/statuses`, { status_id: post.id });
    expect([again.status, error(again)]).toEqual([422, 'Validation failed: Status has already been taken']);
    expect(await cast.ben.done('DELETE', `${V2}/statuses/${named.id}`)).toEqual({});
    expect((await cast.ben.get(`${V2}/statuses/${named.id}`)).status).toBe(404);
  });

  it('name no post that their owner may not see', async () => {
    const { id } = await make();
    const direct = await cast.ann.publishes('For Max @max', { visibility: 'direct' });
    expect((await cast.ben.post(`${V2}/${id}/statuses`, { status_id: direct.id })).status).toBe(404);
    expect((await cast.ben.post(`${V2}/${id}/statuses`, { status_id: '1' })).status).toBe(404);
    expect((await cast.ben.post(`${V2}/${id}/statuses`, { status_id: 'nonsense' })).status).toBe(404);
    expect((await cast.ben.post(`${V2}/${id}/statuses`, {})).status).toBe(422);
  });

  it('exist for nobody else', async () => {
    const filter = await make({ keywords_attributes: [{ keyword: 'goal' }] });
    const post = await cast.ann.publishes('Something');
    const named = await cast.ben.done<FilterStatus>('POST', `${V2}/${filter.id}/statuses`, { status_id: post.id });
    const keyword = filter.keywords[0]?.id ?? '';
    const foreign = [
      ['GET', `${V2}/${filter.id}`],
      ['PUT', `${V2}/${filter.id}`],
      ['DELETE', `${V2}/${filter.id}`],
      ['GET', `${V2}/${filter.id}/keywords`],
      ['POST', `${V2}/${filter.id}/keywords`],
      ['GET', `${V2}/keywords/${keyword}`],
      ['PUT', `${V2}/keywords/${keyword}`],
      ['DELETE', `${V2}/keywords/${keyword}`],
      ['GET', `${V2}/${filter.id}/statuses`],
      ['POST', `${V2}/${filter.id}/statuses`],
      ['GET', `${V2}/statuses/${named.id}`],
      ['DELETE', `${V2}/statuses/${named.id}`],
      ['GET', `${V1}/${keyword}`],
      ['PUT', `${V1}/${keyword}`],
      ['DELETE', `${V1}/${keyword}`],
    ] as const;
    for (const [method, path] of foreign) {
      const body = { keyword: 'other', status_id: post.id };
      const answer = await cast.ann.call(method, path, method === 'GET' ? {} : { body });
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 404 });
    }
    const { statuses: _, ...rest } = await read(filter.id);
    expect({ ...rest, statuses: [] }).toEqual(filter);
    expect((await cast.ann.get(V1)).body).toEqual([]);
  });

  describe('of older apps', () => {
    const old = (fields: Record<string, unknown> = {}): Promise<V1Filter> =>
      cast.ben.done<V1Filter>('POST', V1, { phrase: 'goal', context: ['home', 'notifications'], ...fields });

    it('are one keyword each, over the same rows', async () => {
      const filter = await old({ irreversible: true, whole_word: false, expires_in: 600 });
      expect(filter).toEqual({
        id: filter.id,
        phrase: 'goal',
        context: ['home', 'notifications'],
        whole_word: false,
        expires_at: expect.any(String),
        irreversible: true,
      });
      expect((await cast.ben.get(V1)).body).toEqual([filter]);
      expect((await cast.ben.get(`${V1}/${filter.id}`)).body).toEqual(filter);
      const [whole] = (await cast.ben.get<Filter[]>(V2)).body;
      expect(whole).toMatchObject({
        title: 'goal',
        filter_action: 'hide',
        keywords: [{ id: filter.id, keyword: 'goal', whole_word: false }],
      });
    });

    it('are changed, and deleted with their last keyword', async () => {
      const filter = await old();
      const change = { phrase: 'foul', context: ['public'], irreversible: 'true', whole_word: 'true', expires_in: '' };
      const changed = await cast.ben.done('PUT', `${V1}/${filter.id}`, change);
      expect(changed).toEqual({
        id: filter.id,
        phrase: 'foul',
        context: ['public'],
        whole_word: true,
        expires_at: null,
        irreversible: true,
      });
      expect((await cast.ben.get<Filter[]>(V2)).body[0]?.title).toBe('foul');
      expect(await cast.ben.done('PUT', `${V1}/${filter.id}`, { irreversible: false })).toMatchObject({ irreversible: false });
      expect(await cast.ben.done('DELETE', `${V1}/${filter.id}`)).toEqual({});
      expect((await cast.ben.get(V2)).body).toEqual([]);
    });

    it('do not change what other keywords share', async () => {
      const filter = await make({ keywords_attributes: [{ keyword: 'one' }, { keyword: 'two' }] });
      const [one] = filter.keywords as [FilterKeyword];
      const refused = await cast.ben.put(`${V1}/${one.id}`, { phrase: 'three', context: ['thread'] });
      expect(refused.status).toBe(422);
      expect(error(refused)).toContain('apply to more than one filter keyword');
      expect(await read(filter.id)).toEqual(filter);
      const same = { phrase: 'three', context: ['public', 'home'], irreversible: false, expires_in: '' };
      expect(await cast.ben.done('PUT', `${V1}/${one.id}`, same)).toMatchObject({ phrase: 'three' });
      await cast.ben.done('DELETE', `${V1}/${one.id}`);
      expect(phrases(await read(filter.id))).toEqual([['two', true]]);
    });

    it.each([{ phrase: '' }, { context: [] }, { phrase: undefined }])('are refused with %j', async (fields) => {
      expect((await cast.ben.post(V1, { phrase: 'goal', context: ['home'], ...fields })).status).toBe(422);
      expect((await cast.ben.get(V1)).body).toEqual([]);
    });
  });

  it('leave a trace in the journal that does not say what was filtered', async () => {
    const filter = await make({ keywords_attributes: [{ keyword: 'secret wish' }] });
    const { rows } = await roost.db.query<{ payload: unknown }>(
      `select p.payload from journal_entry e join journal_payload p using (seq) where e.type = 'filters.changed' and e.subject_id = $1`,
      [filter.id],
    );
    expect(rows).toEqual([{ payload: { accountId: cast.ben.id, filterId: filter.id } }]);
  });
});
