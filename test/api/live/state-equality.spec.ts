import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveChannel, List, Status } from '@roost/contracts';
import { type Cast, LiveClient, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import fc from 'fast-check';
import { carryOut, deed } from './deeds.js';

/** What a client keeps of a status, and what a live event may change. */
interface Kept {
  /** The status shown: of a boost, the boosted one. */
  shown: string;
  text: string;
  replies: number;
  boosts: number;
  favourites: number;
  filtered: string[];
}

describe('a client that applies live events', () => {
  let roost: Roost;
  let cast: Cast;
  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
    await cast.max.follows(cast.ann);
    await cast.ben.follows(cast.max);
    await cast.ben.done('POST', '/api/v1/tags/dockswap/follow');
    const filter = { title: 'Other', context: ['home'], keywords_attributes: [{ keyword: 'OTHER' }] };
    await cast.ben.done('POST', '/api/v2/filters', filter);
    await makeList('followed', false, cast.ann, cast.ben);
    await makeList('list', false, cast.ann, cast.ben);
    await makeList('none', true, cast.max, cast.ben);
  });
  afterAll(() => roost.stop());

  const ownLists: string[] = [];
  async function makeList(replies_policy: string, exclusive: boolean, ...members: Person[]): Promise<void> {
    const list = await cast.ben.done<List>('POST', '/api/v1/lists', { title: replies_policy, replies_policy, exclusive });
    await cast.ben.done('POST', `/api/v1/lists/${list.id}/accounts`, { account_ids: members.map((member) => member.id) });
    ownLists.push(list.id);
  }

  it('shows what loading the list again would show, whatever was done by whom', async () => {
    const viewer = cast.ben;
    const lists: [LiveChannel, string][] = [
      ['home', '/api/v1/timelines/home'],
      ['company', '/api/v1/timelines/public'],
      ['tag:dockswap', '/api/v1/timelines/tag/dockswap'],
      [`account:${cast.ann.id}`, `/api/v1/accounts/${cast.ann.id}/statuses`],
      ...ownLists.map((id): [LiveChannel, string] => [`list:${id}`, `/api/v1/timelines/list/${id}`]),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 18 }), async (deeds) => {
        const client = await LiveClient.connect(roost.url, viewer.cookie);
        for (const [channel] of lists) await client.subscribe(channel);
        await client.subscribe(`account:${viewer.id}`);
        const published: { id: string; by: Person }[] = [];
        for (const item of deeds) await carryOut(item, cast, published);
        const end = await viewer.publishes('end');
        await until(() =>
          client.events.some(
            (event) => event.channel === `account:${viewer.id}` && 'id' in event.payload && event.payload.id === end.id,
          ),
        );
        const first = published[0]?.id ?? end.id;
        for (const [channel, path] of lists) {
          const fresh = await load(viewer, path, first);
          const known = apply(client, channel);
          expect({ channel, ids: [...known.keys()].sort() }).toEqual({ channel, ids: [...fresh.keys()].sort() });
          for (const [id, kept] of known) expect({ channel, id, ...kept }).toEqual({ channel, id, ...fresh.get(id) });
        }
        client.close();
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

/** The list as a fresh load gives it, from the first post of this run on. */
async function load(viewer: Person, path: string, first: string): Promise<Map<string, Kept>> {
  const { body } = await viewer.get<Status[]>(path, { limit: 40, since_id: String(BigInt(first) - 1n) });
  return new Map(body.map((status) => [status.id, keep(status)]));
}

function apply(client: LiveClient, channel: LiveChannel): Map<string, Kept> {
  const known = new Map<string, Kept>();
  for (const event of client.events) {
    if (event.channel !== channel) continue;
    if (event.type === 'status.published') known.set(event.payload.id, keep(event.payload));
    if (event.type === 'status.edited')
      for (const [key, kept] of known) if (kept.shown === event.payload.id) known.set(key, keep(event.payload));
    if (event.type === 'status.deleted') known.delete(event.payload.id);
    if (event.type === 'status.counters') {
      const { id, replies_count: replies, reblogs_count: boosts, favourites_count: favourites } = event.payload;
      for (const [key, kept] of known) if (kept.shown === id) known.set(key, { ...kept, replies, boosts, favourites });
    }
  }
  return known;
}

function keep(status: Status): Kept {
  const shown = status.reblog ?? status;
  return {
    shown: shown.id,
    text: shown.roost.text,
    replies: shown.replies_count,
    boosts: shown.reblogs_count,
    favourites: shown.favourites_count,
    filtered: status.filtered.map((result) => result.filter.title),
  };
}
