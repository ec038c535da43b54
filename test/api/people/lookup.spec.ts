import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
let helene: Person;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  helene = await roost.person({ handle: 'hlamy', displayName: 'Hélène Lamy' });
  await roost.person({ handle: 'anna_k', displayName: 'Anna Karlsson' });
  await roost.person({ handle: 'annexe', displayName: 'Bâtiment B' });
  await roost.person({ handle: 'zhang', displayName: '张伟' });
  await roost.person({ handle: 'newbie', displayName: 'Anna New', state: 'unconfirmed' });
});
afterAll(() => roost.stop());

const handles = (accounts: Account[]) => accounts.map(({ username }) => username);
const search = async (viewer: Person, q: string, fields: Record<string, string | number | boolean> = {}) =>
  handles((await viewer.get<Account[]>('/api/v1/accounts/search', { q, ...fields })).body);

describe('an account', () => {
  it('is found by id and by handle in any spelling', async () => {
    const { ann, ben } = cast;
    const byId = await ben.get<Account>(`/api/v1/accounts/${ann.id}`);
    expect(byId.body).toMatchObject({ id: ann.id, acct: 'ann', followers_count: 1 });
    const host = new URL(roost.url).host;
    for (const acct of ['ann', 'ANN', '@ann', `ann@${host}`, ` @Ann@${host}`])
      expect((await ben.get<Account>('/api/v1/accounts/lookup', { acct })).body).toEqual(byId.body);
  });

  it.each(['0', '99', '99999999999999999999', 'x', '-1', "1'--", '%00'])('is not found by the id %s', async (id) => {
    const answer = await cast.ben.get<{ error: string }>(`/api/v1/accounts/${id}`);
    expect([answer.status, answer.body.error]).toEqual([404, 'Record not found']);
  });

  it.each(['nobody', 'ann@elsewhere.example', '', '@', 'newbie', 'a\0nn'])('is not found by the handle %j', async (acct) => {
    expect((await cast.ben.get('/api/v1/accounts/lookup', { acct })).status).toBe(404);
  });

  it('that is suspended is still named, and shows nothing else', async () => {
    const otto = await cast.ben.get<Account>(`/api/v1/accounts/${cast.otto.id}`);
    expect(otto.body).toMatchObject({ username: 'otto', display_name: '', note: '', suspended: true });
  });

  it('comes with others in the order asked for', async () => {
    const { ann, ben, cleo } = cast;
    const answer = await ben.get<Account[]>('/api/v1/accounts', { id: [cleo.id, 'x', '99', ann.id, cleo.id] });
    expect(handles(answer.body)).toEqual(['cleo', 'ann']);
    expect((await ben.get<Account[]>('/api/v1/accounts')).body).toEqual([]);
  });

  it('is shown to nobody without a token', async () => {
    for (const path of [
      `/api/v1/accounts/${cast.ann.id}`,
      '/api/v1/accounts/lookup?acct=ann',
      '/api/v1/accounts/search?q=ann',
      '/api/v1/directory',
    ])
      expect((await roost.anonymous.get(path)).status).toBe(401);
  });
});

describe('search for people', () => {
  it('finds the beginning of handles and of every word of a name', async () => {
    expect(await search(helene, 'ann')).toEqual(expect.arrayContaining(['ann', 'anna_k', 'annexe']));
    expect((await search(helene, 'ann'))[0]).toBe('ann');
    expect((await search(helene, '@anna'))[0]).toBe('anna_k');
    expect(await search(helene, 'karl')).toEqual(['anna_k']);
    expect(await search(helene, 'karlsson anna')).toEqual(['anna_k']);
    expect(await search(helene, 'lson')).toEqual([]);
    expect(await search(helene, 'rlsso')).toEqual(['anna_k']);
    expect(await search(helene, 'na_k')).toEqual(['anna_k']);
  });

  it('names those first whom one talks with, then those one follows, and nobody for a post that is gone', async () => {
    const [pia, kira, kiral, kirian, kirk] = await Promise.all(
      ['pia', 'kira', 'kiral', 'kirian', 'kirk'].map((handle) => roost.person({ handle })),
    );
    if (!pia || !kira || !kiral || !kirian || !kirk) throw new Error('somebody is missing');
    await pia.follows(kirian);
    const [first, ...others] = await search(pia, 'kir');
    expect([first, others.sort()]).toEqual(['kirian', ['kira', 'kiral', 'kirk']]);
    await kirk.publishes('Are you there @pia');
    expect((await search(pia, 'kir')).slice(0, 2)).toEqual(['kirk', 'kirian']);
    const gone = await pia.publishes('Hello @kiral');
    expect((await search(pia, 'kir')).slice(0, 2).sort()).toEqual(['kiral', 'kirk']);
    await pia.done('DELETE', `/api/v1/statuses/${gone.id}`);
    expect((await search(pia, 'kir'))[0]).toBe('kirk');
    expect((await search(kira, 'kir')).indexOf('kirk')).toBeGreaterThan(0);
    expect(await search(pia, 'kir', { following: true })).toEqual(['kirian']);
  });

  it('finds names without their accents, in other scripts, and nearly right', async () => {
    expect(await search(cast.ann, 'helene')).toEqual(['hlamy']);
    expect(await search(cast.ann, 'HÉLÈNE')).toEqual(['hlamy']);
    expect(await search(cast.ann, 'batiment')).toEqual(['annexe']);
    expect(await search(cast.ann, '张')).toEqual(['zhang']);
    expect(await search(cast.ann, 'karlson')).toEqual(['anna_k']);
  });

  it('puts people one follows first, and can leave out all others', async () => {
    await helene.follows(await roost.person({ handle: 'zoe_ann', displayName: 'Zoe' }));
    expect((await search(helene, 'ann'))[0]).toBe('zoe_ann');
    expect(await search(helene, 'ann', { following: true })).toEqual(['zoe_ann']);
  });

  it('leaves out those who are not there yet, are suspended, or block', async () => {
    expect(await search(cast.ben, 'newbie')).toEqual([]);
    expect(await search(cast.ben, 'otto')).toEqual([]);
    expect(await search(cast.ben, 'cleo')).toEqual(['cleo']);
    expect(await search(cast.ann, 'cleo')).toEqual([]);
    expect(await search(cast.cleo, 'ann')).not.toContain('ann');
  });

  it('pages by offset and clamps its numbers', async () => {
    const all = await search(cast.ben, 'ann', { limit: 80 });
    expect(all.length).toBeGreaterThan(2);
    expect(await search(cast.ben, 'ann', { limit: 2 })).toEqual(all.slice(0, 2));
    expect(await search(cast.ben, 'ann', { limit: 2, offset: 2 })).toEqual(all.slice(2, 4));
    expect(await search(cast.ben, 'ann', { limit: 5000, offset: -3 })).toEqual(all);
    expect(await search(cast.ben, 'ann', { limit: 'many', offset: 'far' })).toEqual(all);
  });

  it.each(['', ' ', '%', '_', '\\', "'", "';--", '& | !', ':*', '<->', '()', '\0', 'a'.repeat(1000), '🦉'.repeat(200), '@'])(
    'answers %j without failing',
    async (q) => {
      const answer = await cast.ben.get<Account[]>('/api/v1/accounts/search', { q });
      expect(answer.status).toBe(200);
      expect(Array.isArray(answer.body)).toBe(true);
    },
  );

  it('does not take % and _ for wildcards', async () => {
    for (const q of ['%', '%%', '_n_', '___', '\\%']) expect(await search(cast.ben, q)).toEqual([]);
  });
});

describe('the directory', () => {
  it('lists those who let themselves be listed', async () => {
    const list = async (order: string) => handles((await cast.ben.get<Account[]>('/api/v1/directory', { order })).body);
    expect(await list('new')).toContain('hlamy');
    await helene.done('PATCH', '/api/v1/accounts/update_credentials', { discoverable: false });
    expect(await list('new')).not.toContain('hlamy');
    expect(await list('active')).toContain('ann');
    expect(await list('new')).not.toContain('otto');
  });
});
