import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type List, Notification, Status } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import fc from 'fast-check';
import { AppSocket } from './app-clients.js';
import { carryOut, deed } from './deeds.js';

/** What an app keeps of a status, and what an event may change. */
interface Kept {
  /** The status shown: of a boost, the boosted one. */
  shown: string;
  content: string;
  media: string[];
  filtered: string[];
}

describe('an app that applies the events of its streams', () => {
  let roost: Roost;
  let cast: Cast;
  let list: List;
  beforeAll(async () => {
    roost = await startRoost();
    cast = await roost.cast();
    await cast.ben.follows(cast.max);
    await cast.ben.done('POST', '/api/v1/tags/dockswap/follow');
    const filter = { title: 'Other', context: ['home'], keywords_attributes: [{ keyword: 'other' }] };
    await cast.ben.done('POST', '/api/v2/filters', filter);
    list = await cast.ben.done<List>('POST', '/api/v1/lists', { title: 'Ann' });
    await cast.ben.done('POST', `/api/v1/lists/${list.id}/accounts`, { account_ids: [cast.ann.id] });
  });
  afterAll(() => roost.stop());

  it('shows what loading the lists again would show, and misses no notification', async () => {
    const viewer = cast.ben;
    const streams: [Record<string, string>, string, Record<string, string>][] = [
      [{ stream: 'user' }, '/api/v1/timelines/home', {}],
      [{ stream: 'public' }, '/api/v1/timelines/public', {}],
      [{ stream: 'public:local' }, '/api/v1/timelines/public', { local: 'true' }],
      [{ stream: 'public:remote' }, '/api/v1/timelines/public', { remote: 'true' }],
      [{ stream: 'public:media' }, '/api/v1/timelines/public', { only_media: 'true' }],
      [{ stream: 'public:local:media' }, '/api/v1/timelines/public', { only_media: 'true' }],
      [{ stream: 'hashtag', tag: 'DockSwap' }, '/api/v1/timelines/tag/dockswap', {}],
      [{ stream: 'hashtag:local', tag: 'dockswap' }, '/api/v1/timelines/tag/dockswap', {}],
      [{ stream: 'list', list: list.id }, `/api/v1/timelines/list/${list.id}`, {}],
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 18 }), async (deeds) => {
        const client = await AppSocket.open(roost.url, { token: viewer.token });
        await client.subscribes(...streams.map(([stream]) => stream), { stream: 'user:notification' });
        const published: { id: string; by: Person }[] = [];
        for (const item of deeds) await carryOut(item, cast, published);
        const end = await cast.max.publishes('@ben end');
        await until(() => client.received(end.id, 'user') && client.notifications().some(({ status }) => status?.id === end.id));
        const first = published[0]?.id ?? end.id;
        for (const [stream, path, query] of streams) {
          const known = apply(client, Object.values(stream).join(':').toLowerCase());
          const { body } = await viewer.get<Status[]>(path, { ...query, limit: 40, since_id: String(BigInt(first) - 1n) });
          expect({ stream, ...Object.fromEntries(known) }).toEqual({ stream, ...Object.fromEntries(body.map(entry)) });
        }
        const told = new Set(client.notifications().map(({ id }) => id));
        const fresh = await viewer.get<Notification[]>('/api/v1/notifications', { limit: 80 });
        const missed = fresh.body.filter(({ id, status }) => BigInt(status?.id ?? 0) >= BigInt(first) && !told.has(id));
        expect(missed).toEqual([]);
        for (const { event, payload } of client.events) {
          if (event === 'update' || event === 'status.update') Status.parse(JSON.parse(payload ?? ''));
          if (event === 'notification') Notification.parse(JSON.parse(payload ?? ''));
        }
        client.close();
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

function apply(client: AppSocket, stream: string): Map<string, Kept> {
  const known = new Map<string, Kept>();
  for (const { event, payload = '', stream: named } of client.events) {
    if (named?.join(':') !== stream) continue;
    if (event === 'update') known.set(...entry(JSON.parse(payload) as Status));
    if (event === 'status.update') {
      const [id, kept] = entry(JSON.parse(payload) as Status);
      for (const [key, { shown }] of known) if (shown === id) known.set(key, kept);
    }
    if (event === 'delete') known.delete(payload);
  }
  return known;
}

function entry(status: Status): [string, Kept] {
  const shown = status.reblog ?? status;
  const kept = {
    shown: shown.id,
    content: shown.content,
    media: shown.media_attachments.map(({ id }) => id),
    filtered: status.filtered.map(({ filter }) => filter.title),
  };
  return [status.id, kept];
}
