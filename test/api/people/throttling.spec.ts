import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, Client, type Roost, type ServerProcess, startRoost, startServer } from '@roost/test-kit';
import { randomBytes } from 'node:crypto';
import { cookieHeader, cookiesOf, GOOD_PASSWORD } from './support.js';

const LIMITED = { ROOST_RATE_LIMITS: 'on' };
/** The good password with the cheapest parameters. */
const HASH = '$argon2id$v=19$m=1024,p=1,t=1$/nTIPkVOMy2bY+1BnUWFJw$0uTyPgbFnStvapc1sDFve/s75QEYm8iLC11B2G4rsEA';
/** What strangers may guess at one account in an hour, all together. */
const STRANGERS = 30;

let roost: Roost;
let second: ServerProcess;
beforeAll(async () => {
  roost = await startRoost(LIMITED);
  second = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: LIMITED });
});
afterAll(async () => {
  await second.stop();
  await roost.stop();
});

let lastAddress = 0;
/** A caller at an address of its own, on one of the nodes. */
function stranger(url = roost.url): Client {
  lastAddress += 1;
  return new Client(url, { origin: url, 'x-forwarded-for': `10.1.${lastAddress >> 8}.${lastAddress & 255}` });
}

const signIn = (client: Client, email: string, password: string, cookie?: string): Promise<Answer<{ code?: string }>> =>
  client.post('/api/roost/v1/sessions', { email, password }, { headers: cookie === undefined ? {} : { cookie } });

/** How many of the guesses were compared with the password. */
const evaluated = (answers: Answer[]) => answers.filter(({ status }) => status === 401).length;

/** Hours of the clock that the work touched: each has its own count. */
async function hoursOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; hours: number }> {
  const hour = () => Math.floor(Date.now() / 3_600_000);
  const before = hour();
  const result = await work();
  return { result, hours: hour() - before + 1 };
}

describe('guessing', () => {
  it('at one account ends for strangers on all nodes together, and after a restart; never for the owner’s own device', async () => {
    await roost.person({ handle: 'ann', passwordHash: HASH });
    const known = await signIn(stranger(), 'ann', GOOD_PASSWORD);
    expect(known.status).toBe(200);
    const device = `roost-device=${cookiesOf(known)['roost-device']?.value ?? ''}`;

    const { result: guesses, hours } = await hoursOf(() =>
      Promise.all(
        Array.from({ length: 70 }, (_, index) =>
          signIn(
            stranger(index % 2 === 0 ? roost.url : second.url),
            index % 3 === 0 ? 'ann@company.example' : 'ann',
            `guess number ${index}`,
          ),
        ),
      ),
    );
    expect(evaluated(guesses)).toBeLessThanOrEqual(STRANGERS * hours);
    const refused = guesses.filter(({ status }) => status === 429);
    expect(refused.length + evaluated(guesses)).toBe(guesses.length);
    if (hours > 1) return;
    expect(refused[0]?.body.code).toBe('sign_in.too_many');
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);

    const third = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: LIMITED });
    const fresh = await hoursOf(() => signIn(stranger(third.url), 'ann', GOOD_PASSWORD));
    if (fresh.hours === 1) expect(fresh.result.status).toBe(429);
    await third.stop();

    expect((await signIn(stranger(), 'ann', GOOD_PASSWORD, device)).status).toBe(200);
    expect((await signIn(stranger(second.url), 'ann@company.example', GOOD_PASSWORD, device)).status).toBe(200);
  });

  it('from a device that is known ends too', async () => {
    await roost.person({ handle: 'ben', passwordHash: HASH });
    const device = cookieHeader(await signIn(stranger(), 'ben', GOOD_PASSWORD));
    const guesses = [];
    for (let index = 0; index < 25; index++) guesses.push(await signIn(stranger(), 'ben', `guess number ${index}`, device));
    expect(evaluated(guesses)).toBeLessThanOrEqual(20);
    expect(guesses.at(-1)?.status).toBe(429);
  });

  it('with a device that another account knows, or that nobody knows, counts as a stranger’s', async () => {
    await roost.person({ handle: 'cleo', passwordHash: HASH });
    await roost.person({ handle: 'dan', passwordHash: HASH });
    const dans = cookieHeader(await signIn(stranger(), 'dan', GOOD_PASSWORD));
    const forged = () => `roost-device=${randomBytes(32).toString('base64url')}`;
    const { result: guesses, hours } = await hoursOf(() =>
      Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          signIn(stranger(), 'cleo', `guess number ${index}`, index % 6 === 0 ? dans : forged()),
        ),
      ),
    );
    expect(evaluated(guesses)).toBeLessThanOrEqual(STRANGERS * hours);
  });

  it('at an account that does not exist looks the same', async () => {
    const { result: guesses, hours } = await hoursOf(() =>
      Promise.all(
        Array.from({ length: 45 }, (_, index) => signIn(stranger(), 'nobody@company.example', `guess number ${index}`)),
      ),
    );
    if (hours === 1) expect(guesses.filter(({ status }) => status === 429)).toHaveLength(45 - STRANGERS);
    expect(evaluated(guesses)).toBeLessThanOrEqual(STRANGERS * hours);
  });

  it('once at each of many accounts ends by address', async () => {
    const sprayer = stranger();
    const started = Math.floor(Date.now() / 900_000);
    const guesses = [];
    for (let index = 0; index < 130; index += 10)
      guesses.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, (_, offset) => signIn(sprayer, `person${index + offset}`, 'Summer 2026 spray')),
        )),
      );
    const windows = Math.floor(Date.now() / 900_000) - started + 1;
    expect(evaluated(guesses)).toBeLessThanOrEqual(100 * windows);
    if (windows === 1) expect(guesses.at(-1)?.status).toBe(429);
  });

  it('at the current password of a session ends', async () => {
    const eve = await roost.person({ handle: 'eve', passwordHash: HASH });
    const change = (password: string) => eve.web.patch<{ code: string }>('/api/roost/v1/account', { current_password: password });
    const codes = [];
    for (let index = 0; index < 25; index++) codes.push((await change(`guess number ${index}`)).body.code);
    expect(codes.filter((code) => code === 'account.wrong_password').length).toBeLessThanOrEqual(20);
    expect(codes.at(-1)).toBe('sign_in.too_many');
  });
});
