import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Account, ErrorBody, Relationship, Suggestion } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';
import { journalOf, NOT_FOUND, refusal } from '../posts/support.js';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(async () => {
  for (const table of ['follow', 'mute', 'endorsement', 'account_note', 'suggestion_dismissal'])
    await roost.db.query(`delete from ${table}`);
  await cast.ben.follows(cast.ann);
});

const names = (accounts: Account[]): string[] => accounts.map((account) => account.acct);
const at = (person: Person, action: string): string => `/api/v1/accounts/${person.id}/${action}`;
const relation = async (person: Person, target: Person): Promise<Relationship | undefined> =>
  (await person.get<Relationship[]>('/api/v1/accounts/relationships', { id: [target.id] })).body[0];

describe('endorsing somebody', () => {
  it('puts them on one’s profile for everybody, and taking them off takes them off', async () => {
    expect((await cast.ben.done<Relationship>('POST', at(cast.ann, 'endorse'))).endorsed).toBe(true);
    expect((await cast.ben.done<Relationship>('POST', at(cast.ann, 'pin'))).endorsed).toBe(true);
    expect(names((await cast.ben.get<Account[]>('/api/v1/endorsements')).body)).toEqual(['ann']);
    expect(names((await cast.max.get<Account[]>(at(cast.ben, 'endorsements'))).body)).toEqual(['ann']);
    expect((await relation(cast.max, cast.ann))?.endorsed).toBe(false);
    expect((await cast.ben.done<Relationship>('POST', at(cast.ann, 'unpin'))).endorsed).toBe(false);
    expect((await cast.ben.done<Relationship>('POST', at(cast.ann, 'unendorse'))).endorsed).toBe(false);
    expect((await cast.max.get(at(cast.ben, 'endorsements'))).body).toEqual([]);
  });

  it('needs a follow, and ends with it', async () => {
    expect(refusal(await cast.ben.post<ErrorBody>(at(cast.max, 'endorse')))).toEqual({
      status: 422,
      code: 'account.not_followed',
      error: 'Validation failed: You must be already following the account you want to endorse',
    });
    await cast.ben.done('POST', at(cast.ann, 'endorse'));
    await cast.ben.done('POST', at(cast.ann, 'unfollow'));
    await cast.ben.done('POST', at(cast.ann, 'follow'));
    expect((await relation(cast.ben, cast.ann))?.endorsed).toBe(false);
  });

  it('is not seen by those whom a block keeps apart, and is of nobody who is not there', async () => {
    await cast.ben.done('POST', at(cast.ann, 'endorse'));
    expect((await cast.cleo.get(at(cast.ben, 'endorsements'))).body).toEqual([]);
    expect(refusal(await cast.ben.get<ErrorBody>('/api/v1/accounts/1/endorsements'))).toEqual(NOT_FOUND);
    expect(refusal(await cast.ben.post<ErrorBody>('/api/v1/accounts/1/endorse'))).toEqual(NOT_FOUND);
  });

  it('comes in pages, the last one first', async () => {
    for (const person of [cast.max, cast.ada]) {
      await cast.ben.follows(person);
      await cast.ben.done('POST', at(person, 'endorse'));
    }
    const first = await cast.ben.get<Account[]>('/api/v1/endorsements', { limit: 1 });
    expect(names(first.body)).toEqual(['ada']);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(names((await cast.ben.get<Account[]>(next)).body)).toEqual(['max']);
  });
});

describe('a note about somebody', () => {
  it('is read by its writer alone, and its words do not enter the record', async () => {
    expect((await cast.ben.done<Relationship>('POST', at(cast.max, 'note'), { comment: 'plays chess' })).note).toBe(
      'plays chess',
    );
    expect((await relation(cast.ben, cast.max))?.note).toBe('plays chess');
    expect((await relation(cast.ann, cast.max))?.note).toBe('');
    expect((await relation(cast.max, cast.max))?.note).toBe('');
    const entries = await journalOf(roost, cast.max.id, 'account.noted');
    expect(entries.map((entry) => entry.payload)).toEqual([{ accountId: cast.ben.id, targetId: cast.max.id }]);
  });

  it('goes when it is empty, and is not longer than 2000 characters', async () => {
    await cast.ben.done('POST', at(cast.max, 'note'), { comment: 'x'.repeat(2000) });
    expect(refusal(await cast.ben.post<ErrorBody>(at(cast.max, 'note'), { comment: 'x'.repeat(2001) }))).toEqual({
      status: 422,
      code: 'account.note_too_long',
      error: 'Validation failed: Comment is too long (maximum is 2000 characters)',
    });
    expect((await relation(cast.ben, cast.max))?.note).toHaveLength(2000);
    expect((await cast.ben.done<Relationship>('POST', at(cast.max, 'note'), {})).note).toBe('');
    expect(refusal(await cast.ben.post<ErrorBody>('/api/v1/accounts/1/note', { comment: 'x' }))).toEqual(NOT_FOUND);
  });
});

describe('suggestions', () => {
  const suggested = async (person: Person): Promise<Suggestion[]> => (await person.get<Suggestion[]>('/api/v2/suggestions')).body;

  it('are friends of friends first, then those most followed, and nobody one knows', async () => {
    const zoe = await roost.person({ handle: 'zoe' });
    await zoe.follows(cast.ben);
    await cast.ben.follows(cast.ada);
    await cast.max.follows(zoe);
    const list = await suggested(zoe);
    expect(
      list
        .slice(0, 2)
        .map(({ account, sources }) => [account.acct, ...sources])
        .sort(),
    ).toEqual([
      ['ada', 'friends_of_friends'],
      ['ann', 'friends_of_friends'],
    ]);
    const all = names(list.map(({ account }) => account));
    expect(all).toEqual(expect.arrayContaining(['max', 'cleo']));
    expect(all).not.toEqual(expect.arrayContaining(['zoe']));
    expect(all).not.toEqual(expect.arrayContaining(['ben']));
    expect(all).not.toEqual(expect.arrayContaining(['otto']));
    expect(names((await zoe.get<Account[]>('/api/v1/suggestions', { limit: 2 })).body).sort()).toEqual(['ada', 'ann']);
  });

  it('leave out who is blocked either way, muted, asked, hidden or dismissed', async () => {
    const yan = await roost.person({ handle: 'yan' });
    const locked = await roost.person({ handle: 'locked', locked: true });
    await yan.follows(locked);
    await yan.done('POST', at(cast.max, 'mute'));
    await yan.done('POST', at(cast.ada, 'block'));
    await cast.cleo.done('POST', at(yan, 'block'));
    await roost.db.query('update account set discoverable = false where id = $1', [cast.ben.id]);
    expect(await yan.done('DELETE', `/api/v1/suggestions/${cast.ann.id}`)).toEqual({});
    await yan.done('DELETE', `/api/v1/suggestions/${cast.ann.id}`);
    const names = (await suggested(yan)).map(({ account }) => account.acct);
    for (const name of ['locked', 'max', 'ada', 'cleo', 'ben', 'ann', 'yan']) expect(names).not.toContain(name);
    expect(refusal(await yan.delete<ErrorBody>('/api/v1/suggestions/1'))).toEqual(NOT_FOUND);
    await roost.db.query('update account set discoverable = true where id = $1', [cast.ben.id]);
  });
});

describe('the directory', () => {
  it('lists everybody who lets themselves be listed, but nobody whom a block or mute keeps apart', async () => {
    const listed = async (person: Person, query = {}): Promise<string[]> =>
      names((await person.get<Account[]>('/api/v1/directory', { limit: 80, ...query })).body);
    expect(await listed(cast.ben)).toEqual(expect.arrayContaining(['ann', 'max', 'ada', 'cleo']));
    expect(await listed(cast.cleo)).not.toContain('ann');
    await cast.ben.done('POST', at(cast.max, 'mute'));
    expect(await listed(cast.ben)).not.toContain('max');
    const newest = await listed(cast.ben, { order: 'new', local: true });
    expect(await listed(cast.ben, { order: 'new', offset: 1 })).toEqual(newest.slice(1));
  });
});

it('answers apps that ask for proofs from elsewhere that there are none', async () => {
  expect((await cast.ben.get(at(cast.ann, 'identity_proofs'))).body).toEqual([]);
  expect(refusal(await cast.ben.get<ErrorBody>('/api/v1/accounts/1/identity_proofs'))).toEqual(NOT_FOUND);
});
