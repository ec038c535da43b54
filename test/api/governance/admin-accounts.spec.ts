import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Account, AdminAccount, type Status } from '@roost/contracts';
import { type Cast, Client, LiveClient, type Person, type Roost, startRoost, until } from '@roost/test-kit';

const HASH = '$argon2id$v=19$m=1024,p=1,t=1$/nTIPkVOMy2bY+1BnUWFJw$0uTyPgbFnStvapc1sDFve/s75QEYm8iLC11B2G4rsEA';
/** What {@link HASH} is of. */
const GOOD_PASSWORD = 'veracious hollow tin';
const ACCOUNTS = '/api/v1/admin/accounts';

let roost: Roost;
let cast: Cast;
let zoe: Person;
let people = 0;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(async () => {
  zoe = await roost.person({ handle: `zoe_${people++}`, passwordHash: HASH });
});

type Refusal = { error: string; code: string };
const act = (who: Client, id: string, body: Record<string, unknown>) => who.post<Refusal>(`${ACCOUNTS}/${id}/action`, body);
const lift = (who: Client, id: string, what: string) => who.post<AdminAccount & Refusal>(`${ACCOUNTS}/${id}/${what}`);
const shown = async (who: Client, id: string) => (await who.get<AdminAccount>(`${ACCOUNTS}/${id}`)).body;
const signIn = (who: Person) =>
  new Client(roost.url, { origin: roost.url }).post<Refusal>('/api/roost/v1/sessions', {
    email: who.email,
    password: GOOD_PASSWORD,
  });

async function journalled(id: string): Promise<{ type: string; reason: string | undefined; actor: string }[]> {
  const { rows } = await roost.db.query<{ type: string; reason: string; actor: string }>(
    `select e.type, p.payload->>'reason' as reason, e.actor_id as actor from journal_entry e join journal_payload p using (seq)
      where e.subject_type = 'account' and e.subject_id = $1 and e.type not in ('account.created') order by e.seq`,
    [id],
  );
  return rows;
}

describe('looking after accounts', () => {
  it('shows an account with what holds for it; addresses only to administrators', async () => {
    const account = await shown(cast.ada, zoe.id);
    expect(AdminAccount.parse(account)).toEqual(account);
    expect(account).toMatchObject({
      username: zoe.handle,
      domain: null,
      email: zoe.email,
      locale: 'en',
      role: { id: '-99', permissions: '0' },
      confirmed: true,
      approved: true,
      disabled: false,
      silenced: false,
      suspended: false,
      sensitized: false,
      account: { id: zoe.id },
    });
    await zoe.get('/api/v1/accounts/verify_credentials');
    const used = await until(async () => {
      const now = await shown(cast.ada, zoe.id);
      return now.ips.length > 0 && now;
    });
    expect(used.ip).toMatch(/127\.0\.0\.1|::1/);
    expect(await shown(cast.max, zoe.id)).toMatchObject({ email: '', ip: null, ips: [], invite_request: null });
  });

  it('finds accounts by what both versions of the API ask', async () => {
    const handles = async (query: Record<string, string | boolean | string[]>, version = 2, who = cast.ada) =>
      (await who.get<AdminAccount[]>(`/api/v${version}/admin/accounts`, { limit: 200, ...query })).body.map(
        ({ username }) => username,
      );
    expect(await handles({ username: zoe.handle })).toEqual([zoe.handle]);
    expect(await handles({ display_name: 'aNN' })).toEqual(['ann']);
    expect(await handles({ email: zoe.email.toUpperCase() })).toEqual([zoe.handle]);
    expect(await handles({ status: 'suspended' })).toEqual(['otto']);
    expect(await handles({ suspended: 'true' }, 1)).toEqual(['otto']);
    expect(await handles({ permissions: 'staff' })).toEqual(['ada', 'max']);
    expect(await handles({ staff: '1' }, 1)).toEqual(['ada', 'max']);
    expect(await handles({ role_ids: ['3'] })).toEqual(['ada']);
    expect(await handles({ origin: 'remote' })).toEqual([]);
    expect(await handles({ remote: true }, 1)).toEqual([]);
    expect(await handles({ status: 'nonsense', username: 'ann%' })).toEqual([]);
    expect(await handles({ active: true }, 1)).not.toContain('otto');
    const first = await cast.ada.get<AdminAccount[]>(ACCOUNTS, { limit: 2 });
    expect(first.body).toHaveLength(2);
    expect(first.headers.get('link')).toMatch(/max_id=\d+>; rel="next"/);
  });

  it('lets moderators look for no address that they may not read', async () => {
    for (const query of [{ email: 'ann' }, { ip: '127.0.0.1' }]) expect((await cast.max.get(ACCOUNTS, query)).status).toBe(403);
    expect((await cast.max.get(ACCOUNTS, { username: 'ann' })).status).toBe(200);
  });

  it('is for those who hold the role and a token for it', async () => {
    expect((await cast.ann.get<Refusal>(ACCOUNTS)).body.error).toBe('This action is not allowed');
    const narrow = cast.max.withToken(await roost.token(cast.max.id, ['read', 'write', 'admin:read:reports']));
    expect((await narrow.get<Refusal>(ACCOUNTS)).body.error).toBe('This action is outside the authorized scopes');
    const wide = cast.max.withToken(await roost.token(cast.max.id, ['admin:read']));
    expect((await wide.get(ACCOUNTS)).status).toBe(200);
    expect((await act(wide, zoe.id, { type: 'disable' })).status).toBe(403);
  });
});

describe('acting on an account', () => {
  it('disable: nobody is signed in to it or can sign in, until it is enabled; what it wrote stays', async () => {
    const status = await zoe.publishes('Still here');
    const live = await LiveClient.connect(roost.url, zoe.cookie);
    const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
    const scheduled = await zoe.done<{ id: string }>('POST', '/api/v1/statuses', { status: 'Later', scheduled_at });
    expect((await act(cast.max, zoe.id, { type: 'disable', text: 'Lost phone' })).body).toEqual({});
    expect((await zoe.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    expect((await zoe.web.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    await until(() => live.closed !== null);
    await roost.db.query('update scheduled_status set scheduled_at = now() where id = $1', [scheduled.id]);
    const refused = await signIn(zoe);
    expect([refused.status, refused.body.code]).toEqual([403, 'sign_in.disabled']);
    expect((await cast.ann.get(`/api/v1/statuses/${status.id}`)).status).toBe(200);
    // What she scheduled does not go out either.
    await until(async () => (await waits(scheduled.id)).failed);
    const enabled = await lift(cast.max, zoe.id, 'enable');
    expect([enabled.status, enabled.body.disabled]).toEqual([200, false]);
    expect((await signIn(zoe)).status).toBe(200);
    expect(await journalled(zoe.id)).toEqual([
      { type: 'account.disabled', reason: 'Lost phone', actor: cast.max.id },
      { type: 'account.enabled', reason: '', actor: cast.max.id },
    ]);
  });

  it('sensitive: what it attaches is covered everywhere, until that is lifted', async () => {
    const media = await picture(zoe);
    const status = await zoe.publishes('Look', { media_ids: [media] });
    const bare = await zoe.publishes('Words only');
    expect(status.sensitive).toBe(false);
    await act(cast.max, zoe.id, { type: 'sensitive', text: 'Not for the canteen' });
    expect((await shown(cast.max, zoe.id)).sensitized).toBe(true);
    const seen = async (path: string) => (await cast.ann.get<Status[]>(path)).body.find(({ id }) => id === status.id)?.sensitive;
    expect(await seen(`/api/v1/accounts/${zoe.id}/statuses`)).toBe(true);
    expect(await seen('/api/v1/timelines/public')).toBe(true);
    expect((await cast.ann.get<Status>(`/api/v1/statuses/${bare.id}`)).body.sensitive).toBe(false);
    await lift(cast.max, zoe.id, 'unsensitive');
    expect(await seen('/api/v1/timelines/public')).toBe(false);
  });

  it('suspend: it is gone for everybody, until that is lifted', async () => {
    const status = await zoe.publishes('Gone soon');
    await act(cast.max, zoe.id, { type: 'suspend', text: 'Abuse' });
    expect((await shown(cast.max, zoe.id)).suspended).toBe(true);
    expect((await cast.ann.get(`/api/v1/statuses/${status.id}`)).status).toBe(404);
    expect((await cast.ann.get<Account>(`/api/v1/accounts/${zoe.id}`)).body.suspended).toBe(true);
    expect((await zoe.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    await lift(cast.max, zoe.id, 'unsuspend');
    expect((await cast.ann.get(`/api/v1/statuses/${status.id}`)).status).toBe(200);
  });

  it('none: leaves a word in the record, and changes nothing', async () => {
    const before = await shown(cast.ada, zoe.id);
    await act(cast.max, zoe.id, { type: 'none', text: 'Talked to her' });
    expect(await shown(cast.ada, zoe.id)).toEqual(before);
    expect(await journalled(zoe.id)).toEqual([{ type: 'account.noted', reason: 'Talked to her', actor: cast.max.id }]);
  });

  it('is written down once, however often it is asked', async () => {
    for (let again = 0; again < 3; again++) expect((await act(cast.max, zoe.id, { type: 'sensitive' })).status).toBe(200);
    expect(await journalled(zoe.id)).toHaveLength(1);
  });

  it('stops at oneself, and at whoever stands beside or above', async () => {
    const mia = await roost.person({ handle: `mia_${people++}`, role: 'moderator' });
    for (const [who, whom] of [
      [cast.max, cast.ada],
      [cast.max, mia],
      [cast.max, cast.max],
      [cast.ada, cast.ada],
    ] as const) {
      const answer = await act(who, whom.id, { type: 'suspend', text: 'x' });
      expect([answer.status, answer.body.error]).toEqual([403, 'This action is not allowed']);
      expect((await lift(who, whom.id, 'unsuspend')).status).toBe(403);
    }
    expect((await act(cast.ada, mia.id, { type: 'disable' })).status).toBe(200);
  });

  it.each([
    ['no type', {}, 422],
    ['a type nobody knows', { type: 'shame' }, 422],
    ['a report that is none', { type: 'none', report_id: 'x' }, 422],
    ['a report that is not there', { type: 'suspend', report_id: '1' }, 404],
  ])('refuses %s and does nothing', async (_, body, status) => {
    expect((await act(cast.max, zoe.id, body)).status).toBe(status);
    expect(await journalled(zoe.id)).toEqual([]);
  });

  it('finds nobody where nobody is', async () => {
    for (const id of ['1', 'zoe']) {
      expect((await act(cast.max, id, { type: 'none' })).status).toBe(404);
      expect((await cast.max.get(`${ACCOUNTS}/${id}`)).status).toBe(404);
    }
  });

  it('deletes nobody: the record is not a moderator’s to delete', async () => {
    const answer = await cast.ada.delete<Refusal>(`${ACCOUNTS}/${zoe.id}`);
    expect([answer.status, answer.body.code]).toEqual([422, 'account.kept']);
    expect((await cast.max.delete(`${ACCOUNTS}/${zoe.id}`)).status).toBe(403);
  });
});

describe('deciding who comes in', () => {
  it('lets in and sends away who waits, by administrators only', async () => {
    const [yes, no] = [await waiting(), await waiting()];
    expect((await shown(cast.ada, yes.id)).approved).toBe(false);
    expect((await lift(cast.max, yes.id, 'approve')).status).toBe(403);
    const approved = await lift(cast.ada, yes.id, 'approve');
    expect([approved.status, approved.body.approved]).toEqual([200, true]);
    const rejected = await lift(cast.ada, no.id, 'reject');
    expect([rejected.status, rejected.body.username]).toEqual([200, no.handle]);
    expect((await cast.ada.get(`${ACCOUNTS}/${no.id}`)).status).toBe(404);
    expect((await lift(cast.ada, yes.id, 'approve')).status).toBe(404);
  });
});

describe('what of Mastodon’s admin API is not here', () => {
  it.each([
    'GET /api/v1/admin/ip_blocks',
    'GET /api/v1/admin/domain_blocks',
    'GET /api/v1/admin/domain_allows',
    'GET /api/v1/admin/email_domain_blocks',
    'GET /api/v1/admin/canonical_email_blocks',
    'POST /api/v1/admin/measures',
    'POST /api/v1/admin/dimensions',
    'POST /api/v1/admin/retention',
    'GET /api/v1/admin/trends/tags',
  ])('says so in JSON: %s', async (route) => {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string];
    const answer = await cast.ada.call<Refusal>(method, path);
    expect([answer.status, answer.body.error]).toEqual([404, 'Record not found']);
  });
});

async function waits(id: string): Promise<{ failed: boolean }> {
  const { rows } = await roost.db.query<{ failed: boolean }>(
    'select failed_at is not null as failed from scheduled_status where id = $1',
    [id],
  );
  return rows[0] ?? { failed: false };
}

function waiting(): Promise<Person> {
  return roost.person({ handle: `waits_${people++}`, state: 'waiting' });
}

async function picture(who: Person): Promise<string> {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(dot, 'base64')], { type: 'image/png' }), 'dot.png');
  return (await who.post<{ id: string }>('/api/v2/media', form)).body.id;
}
