import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Approval, Invitation } from '@roost/contracts';
import { type Person, type Roost, startRoost } from '@roost/test-kit';
import {
  journalled,
  mailSettled,
  mailsTo,
  newcomer,
  nthMail,
  openDoor,
  page,
  secretIn,
  signedIn,
  signUpForm,
} from './support.js';

let roost: Roost;
let ada: Person;
beforeAll(async () => {
  roost = await startRoost();
  ada = await roost.person({ handle: 'ada', role: 'administrator', displayName: 'Ada Lindqvist' });
});
afterAll(() => roost.stop());

const signUp = (fields: { handle: string; email: string } & Record<string, unknown>) =>
  page(roost).post<{ next?: string; code?: string; details?: Record<string, string[]> }>(
    '/api/roost/v1/sign-up',
    signUpForm(fields),
  );
const redeem = (token: string) =>
  page(roost).post<{ next?: string; code?: string }>('/api/roost/v1/confirmations/redeem', { token });
const stateOf = async (handle: string) =>
  (await roost.db.query<{ state: string }>('select state from account where handle = $1', [handle])).rows[0]?.state;

describe('the door', () => {
  it('is closed until an administrator opens it', async () => {
    const answer = await signUp({ handle: 'early', email: 'early@company.example' });
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('sign_up.closed');
    expect(await stateOf('early')).toBeUndefined();
  });

  it('opens for exactly the domains that were named', async () => {
    await openDoor(ada, 'domains', ['company.example', 'BÜCHER.example']);
    for (const email of [
      'x@sub.company.example',
      'x@company.example.evil.example',
      'x@notcompany.example',
      'x@cоmpany.example',
      'x+2@company.example',
    ])
      expect((await signUp({ handle: 'outsider', email })).body.code).toBe('email.not_allowed');
    for (const email of ['"x"@company.example', 'x@company.example.', 'x@[127.0.0.1]', 'x@company.example\nBcc: y@z.example'])
      expect((await signUp({ handle: 'outsider', email })).body.code).toBe('email.invalid');
    expect((await signUp({ handle: 'insider', email: 'Insider@COMPANY.example' })).body).toEqual({ next: 'confirm' });
    expect((await signUp({ handle: 'libraire', email: 'x@bücher.example' })).body).toEqual({ next: 'confirm' });
  });

  it('asks for an invitation when it is set so', async () => {
    await openDoor(ada, 'invitation');
    expect((await signUp({ handle: 'gate', email: 'gate@company.example' })).body.code).toBe('sign_up.invitation_needed');
    expect((await signUp({ handle: 'gate', email: 'gate@company.example', invitation: 'x'.repeat(43) })).body.code).toBe(
      'sign_up.invitation_invalid',
    );
  });
});

describe('a new account', () => {
  beforeAll(() => openDoor(ada, 'domains', ['company.example']));

  it('can be used once its address is confirmed', async () => {
    expect((await signUp({ handle: 'Bea', email: 'bea@company.example', display_name: 'Béa' })).status).toBe(202);
    expect(await stateOf('bea')).toBe('unconfirmed');
    await expect(signedIn(roost, 'bea@company.example')).rejects.toThrow('sign_in.unconfirmed');
    expect((await ada.get('/api/v1/accounts/lookup', { acct: 'bea' })).status).toBe(404);

    const mail = await nthMail(roost, 'bea@company.example', 1);
    expect(mail.subject).toBe('Confirm your address for Roost');
    expect((await redeem('x'.repeat(43))).body.code).toBe('link.invalid');
    expect((await redeem(secretIn(mail))).body).toEqual({ next: 'sign-in' });
    expect((await redeem(secretIn(mail))).body.code).toBe('link.invalid');

    const bea = await signedIn(roost, 'bea@company.example');
    const me = await bea.get<{ id: string; display_name: string }>('/api/v1/accounts/verify_credentials');
    expect(me.body).toMatchObject({ username: 'bea', display_name: 'Béa' });
    expect(await journalled(roost, 'account', me.body.id)).toEqual(['account.created', 'account.confirmed']);
  });

  it('gets its mail again when asked, and only the newest link counts', async () => {
    await signUp({ handle: 'curt', email: 'curt@company.example', language: 'fr' });
    const first = await nthMail(roost, 'curt@company.example', 1);
    expect(first.subject).toBe('Confirmer votre adresse pour Roost');
    expect((await page(roost).post('/api/roost/v1/confirmations', { email: 'curt@company.example' })).status).toBe(202);
    const second = await nthMail(roost, 'curt@company.example', 2);
    expect((await redeem(secretIn(first))).body.code).toBe('link.invalid');
    expect((await redeem(secretIn(second))).body).toEqual({ next: 'sign-in' });
  });

  it('cannot be confirmed late', async () => {
    await signUp({ handle: 'dora', email: 'dora@company.example' });
    const token = secretIn(await nthMail(roost, 'dora@company.example', 1));
    await roost.db.query(`update mail_token set expires_at = now() - interval '1 second' where email = 'dora@company.example'`);
    expect((await redeem(token)).body.code).toBe('link.invalid');
    expect(await stateOf('dora')).toBe('unconfirmed');
  });

  it.each([
    ['a', 'handle.too_short'],
    ['a'.repeat(31), 'handle.too_long'],
    ['bad-handle', 'handle.characters'],
    ['аnn', 'handle.characters'],
    ['settings', 'handle.reserved'],
    ['adm1n', 'handle.reserved'],
    ['ADA', 'handle.like_staff'],
    ['ad_a', 'handle.like_staff'],
    ['bea', 'handle.taken'],
    ['BEA', 'handle.taken'],
  ])('may not be called %s', async (handle, code) => {
    const answer = await signUp({ handle, email: 'anyone@company.example' });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(Object.keys(answer.body.details ?? {})).toEqual(['handle']);
  });

  it.each([
    ['Ada Lindqvist', 'display_name.like_staff'],
    ['АDА LINDQVIST', 'display_name.like_staff'],
    ['Ad\u0430 L\u0131ndqvist', 'display_name.like_staff'],
    ['Eve\u202egnp', 'display_name.hidden_characters'],
    ['E\u200bve', 'display_name.hidden_characters'],
    ['x'.repeat(51), 'display_name.too_long'],
  ])('may not be shown as %j', async (display_name, code) => {
    expect((await signUp({ handle: 'eve', email: 'eve@company.example', display_name })).body.code).toBe(code);
  });

  it('needs a password that is long and not common', async () => {
    expect((await signUp({ handle: 'fay', email: 'fay@company.example', password: 'short' })).body.details).toHaveProperty(
      'password',
    );
    expect((await signUp({ handle: 'fay', email: 'fay@company.example', password: 'Passw0rd2026' })).body.code).toBe(
      'password.common',
    );
    expect((await signUp({ handle: 'fayrington', email: 'f@company.example', password: 'Fayrington2026' })).body.code).toBe(
      'password.common',
    );
  });
});

describe('an address that has an account', () => {
  beforeAll(() => openDoor(ada, 'domains', ['company.example']));

  it('is answered like any other, and its owner is told', async () => {
    await newcomer(roost, { handle: 'gil', email: 'gil@company.example' });
    const free = await signUp({ handle: 'gil_two', email: 'gil.two@company.example' });
    const taken = await signUp({ handle: 'gil_three', email: 'GIL@company.example' });
    expect([taken.status, taken.body]).toEqual([free.status, free.body]);
    const mail = await nthMail(roost, 'gil@company.example', 2);
    expect(mail.subject).toBe('You already have an account on Roost');
    expect(mail.body).toContain('@gil');
    expect(mail.body).not.toContain('#');
    // The handle must not tell either: it is held just like that of an unconfirmed account.
    for (const handle of ['gil_two', 'gil_three'])
      expect((await signUp({ handle, email: 'probe@company.example' })).body.code).toBe('handle.taken');
    await signedIn(roost, 'gil@company.example');
  });

  it('belongs to whoever confirms it: the newest sign-up wins until then', async () => {
    await signUp({ handle: 'squatter', email: 'hal@company.example', password: 'the squatter knows this' });
    const old = secretIn(await nthMail(roost, 'hal@company.example', 1));
    await signUp({ handle: 'hal', email: 'hal@company.example' });
    const token = secretIn(await nthMail(roost, 'hal@company.example', 2));
    expect((await redeem(old)).body.code).toBe('link.invalid');
    expect((await redeem(token)).body).toEqual({ next: 'sign-in' });
    await expect(signedIn(roost, 'hal@company.example', 'the squatter knows this')).rejects.toThrow('sign_in.wrong');
    const hal = await signedIn(roost, 'hal@company.example');
    expect((await hal.get('/api/v1/accounts/verify_credentials')).body).toMatchObject({ username: 'hal' });
  });

  it('gets no mail for unknown addresses, and the same answer', async () => {
    for (const route of ['password-resets', 'confirmations']) {
      const known = await page(roost).post(`/api/roost/v1/${route}`, { email: 'gil@company.example' });
      const unknown = await page(roost).post(`/api/roost/v1/${route}`, { email: 'nobody@company.example' });
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    }
    await mailSettled(roost);
    expect(await mailsTo(roost, 'nobody@company.example')).toEqual([]);
  });
});

describe('an invitation', () => {
  const invite = async (fields: Record<string, unknown> = {}) => {
    const answer = await ada.web.post<Invitation>('/api/roost/v1/invitations', { expires_in_days: 7, ...fields });
    expect(answer.status).toBe(200);
    const token = answer.body.url?.split('#')[1];
    if (token === undefined) throw new Error('no link');
    return { id: answer.body.id, token };
  };
  beforeAll(() => openDoor(ada, 'closed'));

  it('opens a closed door, once, also when many push at the same moment', async () => {
    const { token, id } = await invite();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        signUp({ handle: `guest_${index}`, email: `guest${index}@else.example`, invitation: token }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    const lost = answers.filter(({ status }) => status !== 202);
    expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['sign_up.invitation_invalid']));
    const { rows } = await roost.db.query(`select handle from account where handle like 'guest%'`);
    expect(rows).toHaveLength(1);
    const list = await ada.web.get<Invitation[]>('/api/roost/v1/invitations');
    expect(list.body.find((invitation) => invitation.id === id)?.used_at).toMatch(/Z$/);
    expect(JSON.stringify(list.body)).not.toContain(token);
    expect(list.body[0]).not.toHaveProperty('url');
  });

  it('is stored as a hash only', async () => {
    const { token } = await invite();
    const { rows } = await roost.db.query<{ row: string }>('select to_jsonb(i)::text as row from invitation i');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });

  it('for one address works for that address only, and is sent there', async () => {
    const { token } = await invite({ email: 'Iris@else.example' });
    expect((await signUp({ handle: 'mallory', email: 'mallory@else.example', invitation: token })).body.code).toBe(
      'sign_up.invitation_invalid',
    );
    const mail = await nthMail(roost, 'Iris@else.example', 1);
    expect(mail.subject).toBe('Ada Lindqvist (@ada) invites you to Roost');
    expect(secretIn(mail)).toBe(token);
    expect((await signUp({ handle: 'iris', email: 'iris@else.example', invitation: token })).status).toBe(202);
    expect((await redeem(secretIn(await nthMail(roost, 'iris@else.example', 1)))).body).toEqual({ next: 'sign-in' });
  });

  it('ends when it is withdrawn or too old', async () => {
    const withdrawn = await invite();
    expect((await ada.web.delete(`/api/roost/v1/invitations/${withdrawn.id}`)).status).toBe(204);
    expect((await ada.web.delete(`/api/roost/v1/invitations/${withdrawn.id}`)).status).toBe(404);
    const old = await invite();
    await roost.db.query(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [old.id]);
    for (const { token } of [withdrawn, old])
      expect((await signUp({ handle: 'jo', email: 'jo@else.example', invitation: token })).body.code).toBe(
        'sign_up.invitation_invalid',
      );
    expect(await journalled(roost, 'invitation', withdrawn.id)).toEqual(['invitation.created', 'invitation.revoked']);
  });
});

describe('by approval', () => {
  beforeAll(() => openDoor(ada, 'approval'));

  const waiting = async (handle: string) => {
    const email = `${handle}@anywhere.example`;
    expect((await signUp({ handle, email, reason: 'I work in Lyon' })).status).toBe(202);
    expect((await redeem(secretIn(await nthMail(roost, email, 1)))).body).toEqual({ next: 'approval' });
    const list = await ada.web.get<Approval[]>('/api/roost/v1/approvals');
    const found = list.body.find((approval) => approval.handle === handle);
    if (!found) throw new Error(`${handle} does not wait`);
    return found;
  };

  it('people wait until an administrator lets them in', async () => {
    const kim = await waiting('kim');
    expect(kim).toMatchObject({ email: 'kim@anywhere.example', reason: 'I work in Lyon' });
    expect((await nthMail(roost, ada.email, 1)).subject).toBe('@kim asks for an account on Roost');
    await expect(signedIn(roost, 'kim@anywhere.example')).rejects.toThrow('sign_in.waiting');
    expect((await ada.get(`/api/v1/accounts/${kim.id}`)).status).toBe(404);
    expect((await ada.web.post(`/api/roost/v1/approvals/${kim.id}/accept`)).status).toBe(204);
    expect((await ada.web.post(`/api/roost/v1/approvals/${kim.id}/accept`)).status).toBe(404);
    expect((await nthMail(roost, 'kim@anywhere.example', 2)).subject).toBe('Your account on Roost is open');
    await signedIn(roost, 'kim@anywhere.example');
  });

  it('those refused are gone, and told', async () => {
    const lou = await waiting('lou');
    expect((await ada.web.post(`/api/roost/v1/approvals/${lou.id}/refuse`)).status).toBe(204);
    expect(await stateOf('lou')).toBeUndefined();
    expect((await nthMail(roost, 'lou@anywhere.example', 2)).subject).toBe('Your request for an account on Roost');
    expect(await journalled(roost, 'account', lou.id)).toEqual(['account.created', 'account.confirmed', 'account.refused']);
  });

  it('an invitation needs no approval', async () => {
    const invitation = await ada.web.post<Invitation>('/api/roost/v1/invitations', { expires_in_days: 1 });
    await signUp({ handle: 'mo', email: 'mo@anywhere.example', invitation: invitation.body.url?.split('#')[1] });
    expect((await redeem(secretIn(await nthMail(roost, 'mo@anywhere.example', 1)))).body).toEqual({ next: 'sign-in' });
  });
});
