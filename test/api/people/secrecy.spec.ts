import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Person, type Roost, startRoost } from '@roost/test-kit';
import { cookiesOf, mailSettled, newcomer, nthMail, openDoor, page, secretIn, signUpForm } from './support.js';

const CANARY = 'canary-7f3a-unrelated';

let roost: Roost;
let ada: Person;
beforeAll(async () => {
  roost = await startRoost({ ROOST_LOG_LEVEL: 'debug' });
  ada = await roost.person({ handle: 'ada', role: 'administrator' });
  await openDoor(ada, 'domains', ['company.example']);
});
afterAll(() => roost.stop());

describe('secrets', () => {
  it('reach neither the log nor the record nor an answer', async () => {
    const secrets: string[] = [];
    const answers: string[] = [];
    const call = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await page(roost).post<object | null>(path, body, { headers });
      answers.push(JSON.stringify(answer.body));
      return answer;
    };
    for (let round = 0; round < 10; round++) {
      const password = `${CANARY} ${round} orchard`;
      const email = `p${round}@company.example`;
      secrets.push(password);
      await call('/api/roost/v1/sign-up', signUpForm({ handle: `person_${round}`, email, password }));
      const confirm = secretIn(await nthMail(roost, email, 1));
      await call('/api/roost/v1/confirmations/redeem', { token: `${confirm}x` });
      await call('/api/roost/v1/confirmations/redeem', { token: confirm });
      const signedIn = await call('/api/roost/v1/sessions', { email, password, remember: true });
      const cookies = Object.values(cookiesOf(signedIn)).map(({ value }) => value);
      await call('/api/roost/v1/sessions', { email, password: `${password} wrong` });
      await call('/api/roost/v1/sessions', `{"email":"${email}","password":"${password}"`, {
        'content-type': 'application/json',
      });
      await call('/api/roost/v1/sessions', { email: [email], password: { deep: password } });
      await call('/api/roost/v1/password-resets', { email });
      const reset = secretIn(await nthMail(roost, email, 2));
      await call('/api/roost/v1/password-resets/redeem', { token: reset, password: 'short' });
      await page(roost).get(`/api/v1/accounts/verify_credentials`, {}, { headers: { authorization: `Bearer ${reset}` } });
      secrets.push(confirm, reset, ...cookies);
    }
    await mailSettled(roost);
    const { rows } = await roost.db.query<{ row: string }>(
      `select to_jsonb(p)::text as row from journal_payload p
       union all select to_jsonb(e)::text from journal_entry e
       union all select to_jsonb(j)::text from roost_jobs.job j
       union all select to_jsonb(m)::text from mail_token m
       union all select to_jsonb(s)::text from session s`,
    );
    expect(rows.length).toBeGreaterThan(20);
    const kept = [roost.server.output(), ...rows.map(({ row }) => row), ...answers].join('\n');
    expect(secrets.length).toBeGreaterThanOrEqual(40);
    expect(secrets.filter((secret) => secret !== '' && kept.includes(secret))).toEqual([]);
    expect(kept).not.toContain(CANARY);
  });

  it('cannot forge a line of the log', async () => {
    const forged = 'x\n{"level":"error","msg":"forged line"}\u001b[31m';
    await page(roost).post(
      '/api/roost/v1/sessions',
      { email: forged, password: forged },
      { headers: { 'user-agent': 'forged \u00e9\u0085agent' } },
    );
    await page(roost).get(`/api/v1/${encodeURIComponent(forged)}`);
    await newcomer(roost, { handle: 'last', email: 'last@company.example' });
    const lines = roost.server.output().split('\n');
    expect(lines.filter((line) => line.startsWith('{"level":"error","msg":"forged'))).toEqual([]);
    expect(roost.server.output()).not.toContain('\u001b');
  });
});
