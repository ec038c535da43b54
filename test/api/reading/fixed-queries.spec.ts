import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Filter, List } from '@roost/contracts';
import { type Cast, type Roost, startRoost } from '@roost/test-kit';

/** Statements of probes, tails and the metrics themselves: they run by the clock, not by the page. */
const BY_THE_CLOCK = /^(journal-|readyz|see-|due-)/;

describe('the number of queries of a page', () => {
  let roost: Roost;
  let cast: Cast;
  let thread: string;
  let list: string;
  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
    const first = await cast.ann.publishes('The first #DockSwap');
    thread = first.id;
    const made = await cast.ben.done<List>('POST', '/api/v1/lists', { title: 'A list' });
    list = made.id;
    await cast.ben.done('POST', `/api/v1/lists/${list}/accounts`, { account_ids: [cast.ann.id, cast.ben.id] });
    for (let index = 0; index < 30; index++) {
      const by = [cast.ann, cast.ben, cast.max][index % 3] ?? cast.ann;
      const status = await by.publishes(`Post ${index} #DockSwap @ben`, index % 2 === 0 ? { in_reply_to_id: first.id } : {});
      await cast.ben.done('POST', `/api/v1/statuses/${status.id}/favourite`);
      await cast.ben.done('POST', `/api/v1/statuses/${status.id}/bookmark`);
      await cast.ann.publishes(`@ben between us ${index}`, { visibility: 'direct' });
      if (index % 3 === 2) await cast.ann.done('POST', `/api/v1/statuses/${status.id}/reblog`);
    }
  });
  afterAll(() => roost.stop());

  const statements = async (path: string): Promise<number> => {
    const before = await counted(roost);
    const answer = await cast.ben.get(path);
    expect(answer.status).toBe(200);
    const after = await counted(roost);
    let sum = 0;
    for (const [name, count] of after) if (!BY_THE_CLOCK.test(name)) sum += count - (before.get(name) ?? 0);
    return sum;
  };

  it.each([
    ['home', (limit: number) => `/api/v1/timelines/home?limit=${limit}`],
    ['company', (limit: number) => `/api/v1/timelines/public?limit=${limit}`],
    ['hashtag', (limit: number) => `/api/v1/timelines/tag/dockswap?limit=${limit}`],
    ['account', (limit: number) => `/api/v1/accounts/${cast.ann.id}/statuses?limit=${limit}`],
    ['favourites', (limit: number) => `/api/v1/favourites?limit=${limit}`],
    ['bookmarks', (limit: number) => `/api/v1/bookmarks?limit=${limit}`],
    ['direct posts', (limit: number) => `/api/v1/timelines/direct?limit=${limit}`],
    ['conversations', (limit: number) => `/api/v1/conversations?limit=${limit}`],
    ['a list', (limit: number) => `/api/v1/timelines/list/${list}?limit=${limit}`],
    ['notifications', (limit: number) => `/api/v1/notifications?limit=${limit}`],
  ])('is the same on %s for two posts and for twenty', async (_, path) => {
    const two = await statements(path(2));
    const twenty = await statements(path(20));
    expect(twenty).toBe(two);
    expect(twenty).toBeGreaterThan(1);
    expect(twenty).toBeLessThanOrEqual(10);
  });

  it('grows by one for a viewer who has filters', async () => {
    const without = await statements('/api/v1/timelines/home');
    const filter = { title: 'Posts', context: ['home'], keywords_attributes: [{ keyword: 'post' }] };
    const { id } = await cast.ben.done<Filter>('POST', '/api/v2/filters', filter);
    expect(await statements('/api/v1/timelines/home')).toBe(without + 1);
    await cast.ben.done('DELETE', `/api/v2/filters/${id}`);
    expect(await statements('/api/v1/timelines/home')).toBe(without);
  });

  it('is small for a thread of many answers', async () => {
    expect(await statements(`/api/v1/statuses/${thread}/context`)).toBeLessThanOrEqual(10);
  });
});

async function counted(roost: Roost): Promise<Map<string, number>> {
  const { body } = await roost.anonymous.get<string>('/metrics');
  return new Map(
    [...body.matchAll(/^roost_database_statements\{statement="([^"]+)"\} (\d+)$/gm)].map(([, name, count]) => [
      name ?? '',
      Number(count),
    ]),
  );
}
