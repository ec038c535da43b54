import type { LiveChannel, Status, StatusContext } from '@roost/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { api, type Page } from '../api/client.js';
import { postsPath, type PostsTab } from '../features/profile/profile-query.js';
import { markGone } from '../features/statuses/gone.js';
import { replaceCachedStatus } from '../features/statuses/status-cache.js';
import { addPending, pendingNow } from '../features/timelines/pending.js';
import { feedPath, flatten, type Feed } from '../features/timelines/timeline-query.js';
import { compareIds, type Gap } from '../features/timelines/rows.js';
import { listsOf } from './lists.js';

/** Up to this many missed posts are fetched; more become a row that loads them when asked. */
const most = 200;
const pageSize = 40;

type List = InfiniteData<Page<Status>>;

/** Fetches what a channel published while nobody listened. What is new waits behind the pill like any other new post. */
export async function catchUp(client: QueryClient, channel: LiveChannel): Promise<void> {
  try {
    if (channel === 'notifications') await client.invalidateQueries({ queryKey: ['unread'] });
    else if (channel.startsWith('thread:')) await catchUpThread(client, channel);
    else if (channel.startsWith('account:')) await catchUpAccount(client, channel);
    else await catchUpFeed(client, channel as Feed);
  } catch {
    // The next reconnect or the next minute asks again; the connection state already says that something is wrong.
  }
}

/**
 * The server lost count of what was missed, or what stands in a list is no longer true: who is on it changed elsewhere.
 * Only lists of people are asked for anew; everywhere else what is there stays where it is.
 */
export async function startOver(client: QueryClient, channel: LiveChannel): Promise<void> {
  if (!channel.startsWith('list:')) return catchUp(client, channel);
  await client.invalidateQueries({ queryKey: ['statuses', 'timeline', channel] });
  await client.invalidateQueries({ queryKey: ['lists'] });
}

async function catchUpFeed(client: QueryClient, feed: Feed): Promise<void> {
  const list = client.getQueryData<List>(['statuses', 'timeline', feed]);
  if (!list) return;
  const newest = pendingNow(feed).statuses[0] ?? flatten(list.pages)[0];
  const missed: Status[] = [];
  let cut = false;
  for (let last: Status | undefined; ;) {
    const bounds = `${newest ? `&since_id=${newest.id}` : ''}${last ? `&max_id=${last.id}` : ''}`;
    const { items } = await api.page<Status>(withParameters(feedPath(feed), `limit=${pageSize}${bounds}`));
    missed.push(...items);
    last = items.at(-1);
    if (items.length < pageSize || !last || !newest) break;
    if ((cut = missed.length >= most)) break;
  }
  const last = missed.at(-1);
  const gaps: Gap[] =
    cut && last && newest
      ? [{ above: last.id, below: newest.id, from: Date.parse(newest.created_at), to: Date.parse(last.created_at) }]
      : [];
  if (missed.length > 0) addPending(feed, missed, gaps);
}

/** Every list of this account that is in the cache: what it has is put right, what it lacks waits. */
async function catchUpAccount(client: QueryClient, channel: LiveChannel): Promise<void> {
  const id = channel.slice('account:'.length);
  for (const query of listsOf(client, channel)) {
    const list = query.state.data as List | undefined;
    if (!list) continue;
    const known = flatten(list.pages);
    const path = postsPath(id, query.queryKey[3] as PostsTab);
    const { items } = await api.page<Status>(withParameters(path, `limit=${pageSize}`));
    const end = known.at(-1);
    const fresh = items.filter(
      (item) => !known.some(({ id: seen }) => seen === item.id) && (!end || compareIds(item.id, end.id) > 0),
    );
    for (const item of items) replaceCachedStatus(client, item);
    if (fresh.length > 0) addPending(channel, fresh);
  }
}

async function catchUpThread(client: QueryClient, channel: LiveChannel): Promise<void> {
  const id = channel.slice('thread:'.length);
  const before = client.getQueryData<StatusContext>(['statuses', 'context', id]);
  if (!before) return;
  const [status, now] = await Promise.all([
    api.get<Status>(`/api/v1/statuses/${id}`),
    api.get<StatusContext>(`/api/v1/statuses/${id}/context`),
  ]);
  const here = [...now.ancestors, ...now.descendants];
  for (const item of [status, ...here]) replaceCachedStatus(client, item);
  for (const item of [...before.ancestors, ...before.descendants])
    if (!here.some((other) => other.id === item.id)) markGone(item.id);
  const known = new Set(before.descendants.map((item) => item.id));
  const fresh = now.descendants.filter((item) => !known.has(item.id));
  if (fresh.length > 0) addPending(channel, fresh);
}

function withParameters(path: string, parameters: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${parameters}`;
}
