import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Person, type Roost, startRoost } from '@roost/test-kit';
import {
  GOOD_PASSWORD,
  journalled,
  mailSettled,
  mailsTo,
  newcomer,
  nthMail,
  openDoor,
  page,
  secretIn,
  signedIn,
} from './support.js';

const NEW_PASSWORD = 'umbrella zinc voyage';

let roost: Roost;
let ada: Person;
beforeAll(async () => {
  roost = await startRoost();
  ada = await roost.person({ handle: 'ada', role: 'administrator' });
  await openDoor(ada, 'domains', ['company.example']);
});
afterAll(() => roost.stop());

const works = async (client: Client) => (await client.get('/api/roost/v1/preferences')).status === 200;
const change = (client: Client, fields: Record<string, unknown>) =>
  client.patch<{ code: string }>('/api/roost/v1/account', { current_password: GOOD_PASSWORD, ...fields });
const reset = (token: string, password: string) =>
  page(roost).post<{ code: string }>('/api/roost/v1/password-resets/redeem', { token, password });
const idOf = async (client: Client) => (await client.get<{ id: string }>('/api/v1/accounts/verify_credentials')).body.id;

describe('changing the password', () => {
  it('takes the current one, ends everything else, and tells the owner', async () => {
    const here = await newcomer(roost, { handle: 'ann', email: 'ann@company.example' });
    const there = await signedIn(roost, 'ann');
    const id = await idOf(here);
    const token = await roost.token(id, ['read']);
    expect((await change(here, { current_password: 'not this one', password: NEW_PASSWORD })).body.code).toBe(
      'account.wrong_password',
    );
    expect((await change(here, { password: 'Annannann2026' })).body.code).toBe('password.common');
    expect(await works(there)).toBe(true);

    expect((await change(here, { password: NEW_PASSWORD })).status).toBe(204);
    expect([await works(here), await works(there)]).toEqual([true, false]);
    expect((await page(roost).get('/api/v1/preferences', {}, { headers: { authorization: `Bearer ${token}` } })).status).toBe(
      401,
    );
    await expect(signedIn(roost, 'ann')).rejects.toThrow('sign_in.wrong');
    await signedIn(roost, 'ann', NEW_PASSWORD);
    expect((await nthMail(roost, 'ann@company.example', 2)).subject).toBe('Your password on Roost was changed');
    expect(await journalled(roost, 'account', id)).toContain('account.password_changed');
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link from the mail, once; every session ends', async () => {
    const here = await newcomer(roost, { handle: 'ben', email: 'ben@company.example' });
    expect((await page(roost).post('/api/roost/v1/password-resets', { email: 'BEN@company.example' })).status).toBe(202);
    const mail = await nthMail(roost, 'ben@company.example', 2);
    expect(mail.subject).toBe('Choose a new password for Roost');
    const token = secretIn(mail);
    expect((await reset(token, 'password1234')).body.code).toBe('password.common');
    const answers = await Promise.all([1, 2, 3, 4].map(() => reset(token, NEW_PASSWORD)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422, 422]);
    expect(await works(here)).toBe(false);
    await signedIn(roost, 'ben', NEW_PASSWORD);
  });

  it('cannot be replaced with an old, late or foreign link', async () => {
    await newcomer(roost, { handle: 'cleo', email: 'cleo@company.example' });
    const ask = () => page(roost).post('/api/roost/v1/password-resets', { email: 'cleo@company.example' });
    await ask();
    const first = secretIn(await nthMail(roost, 'cleo@company.example', 2));
    await ask();
    const second = secretIn(await nthMail(roost, 'cleo@company.example', 3));
    expect((await reset(first, NEW_PASSWORD)).body.code).toBe('link.invalid');
    expect((await page(roost).post<{ code: string }>('/api/roost/v1/confirmations/redeem', { token: second })).body.code).toBe(
      'link.invalid',
    );
    await roost.db.query(`update mail_token set expires_at = now() - interval '1 second' where email = 'cleo@company.example'`);
    expect((await reset(second, NEW_PASSWORD)).body.code).toBe('link.invalid');
    await signedIn(roost, 'cleo');
  });

  it('sends an unconfirmed person the confirmation instead', async () => {
    await page(roost).post('/api/roost/v1/sign-up', { handle: 'dan', email: 'dan@company.example', password: GOOD_PASSWORD });
    await nthMail(roost, 'dan@company.example', 1);
    await page(roost).post('/api/roost/v1/password-resets', { email: 'dan@company.example' });
    expect((await nthMail(roost, 'dan@company.example', 2)).subject).toBe('Confirm your address for Roost');
  });

  it('fills nobody’s mailbox', async () => {
    const limited = await startRoost({ ROOST_RATE_LIMITS: 'on' });
    await limited.person({ handle: 'eve', role: 'administrator' });
    for (let count = 0; count < 8; count++)
      expect((await page(limited).post('/api/roost/v1/password-resets', { email: 'eve@company.example' })).status).toBe(202);
    await mailSettled(limited);
    expect(await mailsTo(limited, 'eve@company.example')).toHaveLength(5);
    await limited.stop();
  });
});

describe('changing the mail address', () => {
  it('counts once the new address has answered; the old one is told', async () => {
    const fay = await newcomer(roost, { handle: 'fay', email: 'fay@company.example' });
    expect((await change(fay, { email: 'fay.new@company.example' })).status).toBe(204);
    const mail = await nthMail(roost, 'fay.new@company.example', 1);
    expect(mail.subject).toBe('Confirm your new address for Roost');
    await expect(signedIn(roost, 'fay.new@company.example')).rejects.toThrow('sign_in.wrong');
    await signedIn(roost, 'fay@company.example');
    const answer = await page(roost).post('/api/roost/v1/confirmations/redeem', { token: secretIn(mail) });
    expect(answer.body).toEqual({ next: 'sign-in' });
    await signedIn(roost, 'fay.new@company.example');
    await expect(signedIn(roost, 'fay@company.example')).rejects.toThrow('sign_in.wrong');
    expect((await nthMail(roost, 'fay@company.example', 2)).subject).toBe('Your address on Roost was changed');
    expect(await journalled(roost, 'account', await idOf(fay))).toContain('account.email_changed');
  });

  it('says nothing about an address that somebody else has, and changes nothing', async () => {
    const gil = await newcomer(roost, { handle: 'gil', email: 'gil@company.example' });
    await newcomer(roost, { handle: 'hal', email: 'hal@company.example' });
    expect((await change(gil, { email: 'hal@company.example' })).status).toBe(204);
    const mail = await nthMail(roost, 'hal@company.example', 2);
    const answer = await page(roost).post<{ code: string }>('/api/roost/v1/confirmations/redeem', { token: secretIn(mail) });
    expect(answer.body.code).toBe('link.invalid');
    await signedIn(roost, 'gil@company.example');
    await signedIn(roost, 'hal@company.example');
  });

  it('stays within the company while only its domains may sign up', async () => {
    const ida = await newcomer(roost, { handle: 'ida', email: 'ida@company.example' });
    expect((await change(ida, { email: 'ida@elsewhere.example' })).body.code).toBe('email.not_allowed');
  });
});
