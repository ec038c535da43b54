import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, Client, type Person, type Roost, type ServerProcess, startRoost, startServer } from '@roost/test-kit';

let roost: Roost;
let second: ServerProcess;
let ann: Person;

beforeAll(async () => {
  roost = await startRoost({ ROOST_RATE_LIMITS: 'on' });
  second = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: { ROOST_RATE_LIMITS: 'on' } });
  ann = await roost.person({ handle: 'ann' });
});
afterAll(async () => {
  await second.stop();
  await roost.stop();
});

/** Many calls, twenty at a time. */
async function calls(count: number, call: (index: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let done = 0; done < count; done += 20)
    answers.push(...(await Promise.all(Array.from({ length: Math.min(20, count - done) }, (_, index) => call(done + index)))));
  return answers;
}

describe('rate limits', () => {
  it('stand on every answer of the API, also on refusals', async () => {
    for (const answer of [
      await roost.anonymous.get('/api/v1/no-such-thing'),
      await roost.anonymous.get('/api/v1/accounts/relationships'),
      await ann.get('/api/v1/accounts/relationships'),
    ]) {
      expect(answer.headers.get('x-ratelimit-limit')).toMatch(/^\d+$/);
      expect(answer.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/);
      expect(answer.headers.get('x-ratelimit-reset')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });

  it('are not spent by probes and pages', async () => {
    expect((await roost.anonymous.get('/livez')).headers.get('x-ratelimit-limit')).toBeNull();
  });

  it('count one account on all nodes together, and refuse with the time to wait', async () => {
    const other = new Client(second.url, { authorization: `Bearer ${ann.token}` });
    const answers = await calls(340, (index) => (index % 2 === 0 ? ann : other).get('/api/v1/accounts/relationships'));
    const windows = new Set(answers.map((answer) => answer.headers.get('x-ratelimit-reset')));
    const refused = answers.filter((answer) => answer.status === 429);
    // 340 calls fit in one window of 300 or, across its edge, in two.
    if (windows.size === 1) expect(refused.length).toBeGreaterThanOrEqual(40);
    const ben = await roost.person({ handle: 'ben' });
    expect((await ben.get('/api/v1/accounts/relationships')).status).toBe(200);
    const late = await calls(320, () => ann.get('/api/v1/accounts/relationships'));
    const last = late.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.body).toMatchObject({ error: 'Too many requests', code: 'rate_limited' });
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last?.headers.get('x-ratelimit-limit')).toBe('300');
    expect(last?.headers.get('x-ratelimit-remaining')).toBe('0');
  });

  it('are exact where they are small, whichever node is asked', async () => {
    const nodes = [roost.anonymous, new Client(second.url)];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (nodes[index % 2] ?? roost.anonymous).post('/api/roost/v1/sign-up', {})),
    );
    const limits = new Set(answers.map((answer) => answer.headers.get('x-ratelimit-limit')));
    expect([...limits]).toEqual(['5']);
    const windows = new Set(answers.map((answer) => answer.headers.get('x-ratelimit-reset'))).size;
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(5 * windows);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(12 - 5 * windows);
  });
});
