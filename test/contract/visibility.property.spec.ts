import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Conversation, Notification, Search, Status, StatusContext } from '@roost/contracts';
import { type Person, type Roost, startRoost, until } from '@roost/test-kit';
import fc from 'fast-check';
import { AppSocket } from '../api/live/app-clients.js';

const NAMES = ['ann', 'ben', 'max', 'dora'] as const;
type Name = (typeof NAMES)[number];
const name = fc.constantFrom(...NAMES);
const relation = fc.record({
  from: name,
  to: name,
  is: fc.constantFrom('follow', 'follow', 'follow', 'block', 'mute'),
});
const post = fc.record({
  by: name,
  visibility: fc.constantFrom('public', 'unlisted', 'private', 'private', 'direct'),
  names: fc.uniqueArray(name, { maxLength: 2 }),
  tag: fc.boolean(),
  answers: fc.option(fc.nat(20)),
  boostedBy: fc.uniqueArray(name, { maxLength: 2 }),
  likedBy: fc.uniqueArray(name, { maxLength: 3 }),
  edited: fc.boolean(),
  deleted: fc.boolean(),
});

type Planned = typeof post extends fc.Arbitrary<infer Value> ? Value : never;

/** A post as the test remembers it: enough to say who may see it, without asking the server. */
interface Written {
  id: string;
  by: Name;
  visibility: string;
  named: Set<Name>;
  deleted: boolean;
}

interface Relations {
  follows: Set<string>;
  blocks: Set<string>;
}

/** The rule, written down a second time. */
function maySee(viewer: Name, post: Written, { follows, blocks }: Relations): boolean {
  if (post.deleted) return false;
  if (viewer === post.by) return true;
  if (blocks.has(`${viewer}>${post.by}`) || blocks.has(`${post.by}>${viewer}`)) return false;
  if (post.visibility === 'public' || post.visibility === 'unlisted' || post.named.has(viewer)) return true;
  return post.visibility === 'private' && follows.has(`${viewer}>${post.by}`);
}

describe('every way to a status', () => {
  let roost: Roost;
  let people: Record<Name, Person>;
  beforeAll(async () => {
    roost = await startRoost();
    people = Object.fromEntries(
      await Promise.all(NAMES.map(async (handle) => [handle, await roost.person({ handle })] as const)),
    ) as Record<Name, Person>;
    for (const person of Object.values(people)) await person.done('POST', '/api/v1/tags/quay/follow');
  });
  afterAll(() => roost.stop());

  it('shows it only to whom it is meant for, and as the same thing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(relation, { maxLength: 10 }),
        fc.array(post, { minLength: 3, maxLength: 9 }),
        async (relations, posts) => {
          const stand = await relate(relations);
          const sockets = await Promise.all(
            NAMES.map(async (viewer) => {
              const socket = await AppSocket.open(roost.url, { token: people[viewer].token });
              await socket.subscribes(...STREAMS);
              return [viewer, socket] as const;
            }),
          );
          const written = await write(posts);
          for (const [viewer, socket] of sockets) {
            await caughtUp(people[viewer], socket);
            const seen = await everythingSeenBy(people[viewer], people, written);
            const allowed = new Set(written.filter((one) => maySee(viewer, one, stand)).map(({ id }) => id));
            const forbidden = new Set(written.map(({ id }) => id).filter((id) => !allowed.has(id)));
            const leaks = [...seen.ways].filter(([id]) => forbidden.has(id)).map(([id, ways]) => `${id} by ${ways.join(', ')}`);
            expect({ viewer, leaks }).toEqual({ viewer, leaks: [] });
            const missing = [...allowed].filter((id) => !seen.ways.get(id)?.includes('itself'));
            expect({ viewer, missing }).toEqual({ viewer, missing: [] });
            expect({ viewer, unequal: seen.unequal }).toEqual({ viewer, unequal: [] });
            const neverAllowed = new Set(
              written.filter((one) => !maySee(viewer, { ...one, deleted: false }, stand)).map(({ id }) => id),
            );
            const streamed = socket.events.filter(({ event }) => event !== 'delete').flatMap(idsIn);
            expect({ viewer, streamed: streamed.filter((id) => neverAllowed.has(id)) }).toEqual({ viewer, streamed: [] });
            socket.close();
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 240_000);

  /** Ends all relations and makes these. */
  const relate = async (relations: readonly { from: Name; to: Name; is: string }[]): Promise<Relations> => {
    for (const table of ['follow', 'block', 'mute', 'follow_request']) await roost.db.query(`delete from ${table}`);
    const follows = new Set<string>();
    const blocks = new Set<string>();
    for (const { from, to, is } of relations) {
      if (from === to) continue;
      const answer = await people[from].post(`/api/v1/accounts/${people[to].id}/${is}`);
      if (answer.status !== 200) continue;
      if (is === 'follow') follows.add(`${from}>${to}`);
      if (is !== 'block') continue;
      blocks.add(`${from}>${to}`);
      follows.delete(`${from}>${to}`);
      follows.delete(`${to}>${from}`);
    }
    return { follows, blocks };
  };

  const write = async (posts: readonly Planned[]): Promise<Written[]> => {
    const written: Written[] = [];
    for (const { by, visibility, names, tag, answers, boostedBy, likedBy, edited, deleted } of posts) {
      const answered = answers === null ? undefined : written[answers % Math.max(written.length, 1)];
      const text = `${names.map((one) => `@${one} `).join('')}words ${written.length}${tag ? ' #Quay' : ''}`;
      const fields = { status: text, visibility, ...(answered ? { in_reply_to_id: answered.id } : {}) };
      const answer = await people[by].post<Status>('/api/v1/statuses', fields);
      if (answer.status !== 200) continue;
      const { id } = answer.body;
      for (const one of boostedBy) await people[one].post(`/api/v1/statuses/${id}/reblog`);
      for (const one of likedBy)
        for (const verb of ['favourite', 'bookmark']) await people[one].post(`/api/v1/statuses/${id}/${verb}`);
      if (edited) await people[by].put(`/api/v1/statuses/${id}`, { status: `${text} again` });
      if (deleted) await people[by].delete(`/api/v1/statuses/${id}`);
      written.push({ id, by, visibility, named: new Set(names), deleted });
    }
    return written;
  };
});

const STREAMS: Record<string, string>[] = [
  { stream: 'user' },
  { stream: 'public' },
  { stream: 'hashtag', tag: 'quay' },
  { stream: 'direct' },
];

let sentinel = 0;
/** The socket has caught up when it brings what its own person has just said. */
async function caughtUp(person: Person, socket: AppSocket): Promise<void> {
  const said = await person.publishes(`sentinel ${++sentinel}`, { visibility: 'private' });
  await until(() => socket.received(said.id));
}

function idsIn(frame: { payload?: string }): string[] {
  const payload: unknown = typeof frame.payload === 'string' && frame.payload.startsWith('{') ? JSON.parse(frame.payload) : null;
  if (payload === null) return [];
  const { status, last_status, ...own } = payload as Partial<Status> & { status?: Status; last_status?: Status };
  const statuses = [status, last_status, 'content' in own ? (own as Status) : undefined];
  return statuses.flatMap((one) => (one ? [one.id, ...(one.reblog ? [one.reblog.id] : [])] : []));
}

interface Seen {
  /** By id, the endpoints that showed it. */
  ways: Map<string, string[]>;
  unequal: string[];
}

async function everythingSeenBy(viewer: Person, people: Record<Name, Person>, written: readonly Written[]): Promise<Seen> {
  const ways = new Map<string, string[]>();
  const first = new Map<string, Status>();
  const unequal: string[] = [];
  const note = (way: string, status: Status | null | undefined): void => {
    if (!status) return;
    ways.set(status.id, [...(ways.get(status.id) ?? []), way]);
    const known = first.get(status.id);
    if (!known) first.set(status.id, status);
    else if (JSON.stringify(known) !== JSON.stringify(status)) unequal.push(`${status.id} by ${way}`);
    // What stands inside a boost is the status itself.
    if (status.reblog) note(`${way}, boosted`, { ...status.reblog, reblog: null });
  };
  const list = async (path: string, query: Record<string, string | number | readonly string[]> = {}): Promise<void> => {
    const { status, body } = await viewer.get<Status[]>(path, { limit: 40, ...query });
    if (status === 200) for (const one of body) note(path, one);
  };
  for (const { id } of written) {
    const one = await viewer.get<Status>(`/api/v1/statuses/${id}`);
    if (one.status === 200) note('itself', one.body);
    const context = await viewer.get<StatusContext>(`/api/v1/statuses/${id}/context`);
    if (context.status === 200)
      for (const other of [...context.body.ancestors, ...context.body.descendants]) note('context', other);
  }
  await list('/api/v1/statuses', { id: written.map(({ id }) => id) });
  for (const path of ['timelines/home', 'timelines/public', 'timelines/tag/quay', 'timelines/direct', 'favourites', 'bookmarks'])
    await list(`/api/v1/${path}`);
  for (const { id } of Object.values(people)) await list(`/api/v1/accounts/${id}/statuses`);
  for (const q of ['words', 'again', '#quay']) {
    const { body } = await viewer.get<Search>('/api/v2/search', { q, type: 'statuses', limit: 40 });
    for (const one of body.statuses) note('search', one);
  }
  const notifications = await viewer.get<Notification[]>('/api/v1/notifications', { limit: 80, include_filtered: true });
  for (const one of notifications.body) note('notifications', one.status);
  const conversations = await viewer.get<Conversation[]>('/api/v1/conversations', { limit: 40 });
  for (const one of conversations.body) note('conversations', one.last_status);
  return { ways, unequal };
}
