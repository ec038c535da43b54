import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Person, type Roost, startRoost, until } from '@roost/test-kit';
import fc from 'fast-check';

/** A list whose rows can be made and unmade. A row is known by what the list shows of it. */
interface List {
  path: string;
  reader: Person;
  add: () => Promise<string | null>;
  remove: (key: string) => Promise<unknown>;
  keyOf?: (item: Record<string, unknown>) => string;
}

const plan = fc.record({
  rows: fc.integer({ min: 3, max: 9 }),
  limit: fc.integer({ min: 1, max: 4 }),
  /** What happens between one page and the next. */
  between: fc.array(fc.array(fc.constantFrom('add', 'remove'), { maxLength: 2 }), { minLength: 8, maxLength: 8 }),
});

describe('paging through a list while rows come and go', () => {
  let roost: Roost;
  const lists = new Map<string, List>();
  beforeAll(async () => {
    roost = await startRoost();
    for (const [name, list] of await makeLists(roost)) lists.set(name, list);
  });
  afterAll(() => roost.stop());

  it.each(names())('%s: every row that stood throughout comes exactly once, and the pages end', async (name) => {
    const list = lists.get(name);
    if (!list) throw new Error(`no list ${name}`);
    await fc.assert(
      fc.asyncProperty(plan, async ({ rows, limit, between }) => {
        const standing = new Set<string>();
        const touched = new Set<string>();
        const add = async (): Promise<void> => {
          const key = await list.add();
          if (key !== null) standing.add(key);
        };
        for (let row = 0; row < rows; row++) await add();
        const before = new Set(standing);
        const seen: string[] = [];
        let next: string | null = `${list.path}${list.path.includes('?') ? '&' : '?'}limit=${limit}`;
        for (let page = 0; next !== null; page++) {
          if (page > 60) throw new Error('the pages do not end');
          const answer = await list.reader.get<Record<string, unknown>[]>(next);
          expect(answer.status).toBe(200);
          expect(answer.body.length).toBeLessThanOrEqual(limit);
          seen.push(...answer.body.map(list.keyOf ?? ((item) => String(item.id))));
          next = nextOf(answer.headers.get('link'));
          for (const what of between[page] ?? []) {
            const [victim] = [...standing].slice(-1 - (page % Math.max(standing.size, 1)));
            if (what === 'add') await add();
            else if (victim !== undefined) {
              await list.remove(victim);
              standing.delete(victim);
              touched.add(victim);
            }
          }
        }
        const throughout = [...before].filter((key) => !touched.has(key));
        const times = (key: string): number => seen.filter((one) => one === key).length;
        expect(throughout.filter((key) => times(key) !== 1)).toEqual([]);
        expect(seen.filter((key) => !touched.has(key) && times(key) > 1)).toEqual([]);
        for (const key of standing) await list.remove(key);
      }),
      { numRuns: 5 },
    );
  });
});

function names(): string[] {
  return [
    'home',
    'company',
    'tag',
    'account',
    'favourites',
    'bookmarks',
    'favourited by',
    'boosted by',
    'followers',
    'following',
    'follow requests',
    'blocks',
    'mutes',
    'followed tags',
    'notifications',
    'list members',
    'list timeline',
    'scheduled',
    'conversations',
  ];
}

function nextOf(link: string | null): string | null {
  return /<([^>]+)>; rel="next"/.exec(link ?? '')?.[1]?.replace(/^https?:\/\/[^/]+/, '') ?? null;
}

async function makeLists(roost: Roost): Promise<[string, List][]> {
  const ann = await roost.person({ handle: 'ann' });
  const ben = await roost.person({ handle: 'ben' });
  const lea = await roost.person({ handle: 'lea', locked: true });
  const crowd: Person[] = [];
  for (let number = 0; number < 40; number++) crowd.push(await roost.person({ handle: `crowd_${number}` }));
  await ben.follows(ann);
  const posts: string[] = [];
  for (let number = 0; number < 40; number++) posts.push((await ben.publishes(`Post ${number}`)).id);
  const asked = await ann.publishes('Do you like this?');
  const { id: listId } = await ann.done<{ id: string }>('POST', '/api/v1/lists', { title: 'Crowd' });
  const { id: benList } = await ben.done<{ id: string }>('POST', '/api/v1/lists', { title: 'Ann' });
  await ben.done('POST', `/api/v1/lists/${benList}/accounts`, { account_ids: [ann.id] });
  for (const one of crowd) await ann.follows(one);

  const take = <Item>(from: readonly Item[]): (() => Item) => {
    let at = 0;
    return () => from[at++ % from.length] as Item;
  };
  const said = (reader: Person, path: string): List => ({
    path,
    reader,
    add: async () => (await ann.publishes('Docks #quay')).id,
    remove: (id) => ann.done('DELETE', `/api/v1/statuses/${id}`),
  });
  const marked = (verb: 'favourite' | 'bookmark'): List => {
    const next = take(posts);
    return {
      path: `/api/v1/${verb}s`,
      reader: ann,
      add: async () => (await ann.done<{ id: string }>('POST', `/api/v1/statuses/${next()}/${verb}`)).id,
      remove: (id) => ann.done('POST', `/api/v1/statuses/${id}/un${verb}`),
    };
  };
  const reacted = (list: string, verb: string): List => {
    const next = take(crowd);
    return {
      path: `/api/v1/statuses/${asked.id}/${list}`,
      reader: ben,
      add: async () => {
        const one = next();
        await one.done('POST', `/api/v1/statuses/${asked.id}/${verb}`);
        return one.id;
      },
      remove: (id) => person(crowd, id).done('POST', `/api/v1/statuses/${asked.id}/un${verb}`),
    };
  };
  /** People in relation to somebody: `by` does it to `to`, and the list shows the one of the crowd. */
  const related = (path: string, reader: Person, verb: string, undo: string, byCrowd: boolean, of: Person): List => {
    const next = take(crowd);
    const act = (one: Person, what: string): Promise<unknown> =>
      byCrowd ? one.done('POST', `/api/v1/accounts/${of.id}/${what}`) : of.done('POST', `/api/v1/accounts/${one.id}/${what}`);
    return {
      path,
      reader,
      add: async () => {
        const one = next();
        await act(one, verb);
        return one.id;
      },
      remove: (id) => act(person(crowd, id), undo),
    };
  };
  let tags = 0;
  let words = 0;
  const nextMember = take(crowd);
  const nextTalker = take(crowd);
  const nextLiker = take(crowd);
  return [
    ['home', said(ben, '/api/v1/timelines/home')],
    ['company', said(ben, '/api/v1/timelines/public')],
    ['tag', said(ben, '/api/v1/timelines/tag/quay')],
    ['account', said(ben, `/api/v1/accounts/${ann.id}/statuses`)],
    ['list timeline', said(ben, `/api/v1/timelines/list/${benList}`)],
    ['favourites', marked('favourite')],
    ['bookmarks', marked('bookmark')],
    ['favourited by', reacted('favourited_by', 'favourite')],
    ['boosted by', reacted('reblogged_by', 'reblog')],
    ['followers', related(`/api/v1/accounts/${ben.id}/followers`, ann, 'follow', 'unfollow', true, ben)],
    ['following', related(`/api/v1/accounts/${ben.id}/following`, ann, 'follow', 'unfollow', false, ben)],
    ['follow requests', related('/api/v1/follow_requests', lea, 'follow', 'unfollow', true, lea)],
    ['blocks', related('/api/v1/blocks', lea, 'block', 'unblock', false, lea)],
    ['mutes', related('/api/v1/mutes', lea, 'mute', 'unmute', false, lea)],
    [
      'followed tags',
      {
        path: '/api/v1/followed_tags',
        reader: ann,
        add: async () => (await ann.done<{ name: string }>('POST', `/api/v1/tags/tag${tags++}/follow`)).name,
        remove: (name) => ann.done('POST', `/api/v1/tags/${name}/unfollow`),
        keyOf: (item) => String(item.name),
      },
    ],
    [
      'notifications',
      {
        path: '/api/v1/notifications?types[]=favourite',
        reader: lea,
        add: async () => {
          const { id } = await lea.publishes(`Liked ${words++}`);
          await nextLiker().done('POST', `/api/v1/statuses/${id}/favourite`);
          return until(async () => {
            const { rows } = await roost.db.query<{ id: string }>('select id from notification where status_id = $1', [id]);
            return rows[0]?.id;
          });
        },
        remove: (id) => lea.done('POST', `/api/v1/notifications/${id}/dismiss`),
      },
    ],
    [
      'list members',
      {
        path: `/api/v1/lists/${listId}/accounts`,
        reader: ann,
        add: async () => {
          const { id } = nextMember();
          const answer = await ann.post(`/api/v1/lists/${listId}/accounts`, { account_ids: [id] });
          return answer.status === 200 ? id : null;
        },
        remove: (id) => ann.done('DELETE', `/api/v1/lists/${listId}/accounts`, { account_ids: [id] }),
      },
    ],
    [
      'scheduled',
      {
        path: '/api/v1/scheduled_statuses',
        reader: ann,
        add: async () => {
          const scheduled_at = new Date(Date.now() + 3_600_000 + words * 86_400_000).toISOString();
          return (await ann.done<{ id: string }>('POST', '/api/v1/statuses', { status: `Later ${words++}`, scheduled_at })).id;
        },
        remove: (id) => ann.done('DELETE', `/api/v1/scheduled_statuses/${id}`),
      },
    ],
    [
      'conversations',
      {
        path: '/api/v1/conversations',
        reader: lea,
        add: async () => {
          const talker = nextTalker();
          const { id } = await talker.publishes(`@lea word ${words++}`, { visibility: 'direct' });
          return until(async () => {
            const { body } = await lea.get<{ id: string; last_status: { id: string } | null }[]>('/api/v1/conversations');
            return body.find((one) => one.last_status?.id === id)?.id;
          });
        },
        remove: (id) => lea.done('DELETE', `/api/v1/conversations/${id}`),
      },
    ],
  ];
}

function person(crowd: readonly Person[], id: string): Person {
  const found = crowd.find((one) => one.id === id);
  if (!found) throw new Error(`nobody has the id ${id}`);
  return found;
}
