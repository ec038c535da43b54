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

async function typesBy(actor: Person): Promise<string[]> {
  const { rows } = await roost.db.query<{ type: string }>('select type from journal_entry where actor_id = $1 order by seq', [
    actor.id,
  ]);
  return rows.map((row) => row.type);
}

describe('blocking', () => {
  it('ends follows and requests both ways, once, and says so', async () => {
    const gil = await roost.person({ handle: 'gil', locked: true });
    const hana = await roost.person({ handle: 'hana' });
    await gil.follows(hana);
    await hana.follows(gil);
    for (let again = 0; again < 2; again++) {
      const { body } = await gil.post<Relationship>(`/api/v1/accounts/${hana.id}/block`);
      expect(body).toMatchObject({
        blocking: true,
        blocked_by: false,
        following: false,
        followed_by: false,
        requested_by: false,
      });
    }
    expect(await typesBy(gil)).toEqual([
      'account.followed',
      'account.unfollowed',
      'account.follow_request_rejected',
      'account.blocked',
    ]);
    const seen = await hana.get<Relationship[]>('/api/v1/accounts/relationships', { id: gil.id });
    expect(seen.body[0]).toMatchObject({ blocked_by: true, blocking: false, requested: false });
    const { rows } = await roost.db.query('select followers_count, following_count from account where id = any($1)', [
      [gil.id, hana.id],
    ]);
    expect(rows).toEqual([
      { followers_count: 0, following_count: 0 },
      { followers_count: 0, following_count: 0 },
    ]);
    await gil.done('POST', `/api/v1/accounts/${hana.id}/unblock`);
    const { body } = await gil.post<Relationship>(`/api/v1/accounts/${hana.id}/unblock`);
    expect(body.blocking).toBe(false);
    expect((await typesBy(gil)).filter((type) => type === 'account.unblocked')).toHaveLength(1);
  });

  it('is listed to who blocks and to nobody else', async () => {
    const { ann, cleo } = cast;
    expect((await ann.get<Account[]>('/api/v1/blocks')).body.map((account) => account.id)).toEqual([cleo.id]);
    expect((await cleo.get<Account[]>('/api/v1/blocks')).body).toEqual([]);
  });

  it('cannot turn on oneself', async () => {
    expect((await cast.ann.post(`/api/v1/accounts/${cast.ann.id}/block`)).status).toBe(403);
    expect((await cast.ann.post(`/api/v1/accounts/${cast.ann.id}/mute`)).status).toBe(403);
  });
});

describe('muting', () => {
  it('lasts until unmuted, or for the seconds asked for', async () => {
    const { ben, max } = cast;
    const forGood = await ben.post<Relationship>(`/api/v1/accounts/${max.id}/mute`);
    expect(forGood.body).toMatchObject({ muting: true, muting_notifications: true, muting_expires_at: null });
    await ben.done('POST', `/api/v1/accounts/${max.id}/mute`);
    expect((await typesBy(ben)).filter((type) => type === 'account.muted')).toHaveLength(1);

    const aWhile = await ben.post<Relationship>(`/api/v1/accounts/${max.id}/mute`, { duration: '3600', notifications: '0' });
    expect(aWhile.body).toMatchObject({ muting: true, muting_notifications: false });
    expect(aWhile.body.muting_expires_at).toMatch(/\.\d{3}Z$/);
    const listed = await ben.get<Account[]>('/api/v1/mutes');
    expect(listed.body.map((account) => account.mute_expires_at)).toEqual([aWhile.body.muting_expires_at]);

    await ben.done('POST', `/api/v1/accounts/${max.id}/unmute`);
    await ben.done('POST', `/api/v1/accounts/${max.id}/unmute`);
    expect((await ben.get<Account[]>('/api/v1/mutes')).body).toEqual([]);
    expect((await typesBy(ben)).filter((type) => type === 'account.unmuted')).toHaveLength(1);
  });

  it('is over when its time has passed', async () => {
    const { ben, ada } = cast;
    await ben.done('POST', `/api/v1/accounts/${ada.id}/mute`, { duration: 60 });
    await roost.db.query(`update mute set expires_at = now() - interval '1 second' where account_id = $1`, [ben.id]);
    expect((await ben.get<Account[]>('/api/v1/mutes')).body).toEqual([]);
    const { body } = await ben.get<Relationship[]>('/api/v1/accounts/relationships', { id: ada.id });
    expect(body[0]).toMatchObject({ muting: false, muting_notifications: false, muting_expires_at: null });
  });

  it('refuses a duration that is none', async () => {
    for (const duration of ['-5', 'long', 1.5, 1e15])
      expect([duration, (await cast.ben.post(`/api/v1/accounts/${cast.ada.id}/mute`, { duration })).status]).toEqual([
        duration,
        422,
      ]);
  });
});
