import type { LiveChannel, Status, StatusContext } from '@roost/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { api, type Page } from '../api/client.js';
import { addPending, pendingNow } from '../features/timelines/pending.js';
import { feedPath, flatten, type Feed } from '../features/timelines/timeline-query.js';
import type { Gap } from '../features/timelines/rows.js';

/** Up to this many missed posts are fetched; more become a row that loads them when asked. */
const most = 200;
const pageSize = 40;

/** Fetches what a channel published while nobody listened. What arrives waits behind the pill like any other new post. */
export async function catchUp(client: QueryClient, channel: LiveChannel): Promise<void> {
  try {
    if (channel === 'notifications') await client.invalidateQueries({ queryKey: ['unread'] });
    else if (channel.startsWith('thread:')) await catchUpThread(client, channel);
    else if (!channel.startsWith('account:')) await catchUpFeed(client, channel as Feed);
  } catch {
    // The next reconnect or the next minute asks again; the connection state already says that something is wrong.
  }
}

async function catchUpFeed(client: QueryClient, feed: Feed): Promise<void> {
  const list = client.getQueryData<InfiniteData<Page<Status>>>(['statuses', 'timeline', feed]);
  const newest = pendingNow(feed).statuses[0] ?? flatten(list?.pages)[0];
  if (!list || !newest) return;
  const missed: Status[] = [];
  const path = feedPath(feed);
  let address: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=${pageSize}&since_id=${newest.id}`;
  while (address && missed.length < most) {
    const page: Page<Status> = await api.page<Status>(address);
    missed.push(...page.items);
    const last = page.items[page.items.length - 1];
    address =
      page.items.length === pageSize && last
        ? `${path}${path.includes('?') ? '&' : '?'}limit=${pageSize}&since_id=${newest.id}&max_id=${last.id}`
        : undefined;
  }
  const last = missed[missed.length - 1];
  const gaps: Gap[] =
    address && last
      ? [{ above: last.id, below: newest.id, from: Date.parse(newest.created_at), to: Date.parse(last.created_at) }]
      : [];
  if (missed.length > 0) addPending(feed, missed, gaps);
}

async function catchUpThread(client: QueryClient, channel: string): Promise<void> {
  const id = channel.slice('thread:'.length);
  const before = client.getQueryData<StatusContext>(['statuses', 'context', id]);
  if (!before) return;
  const now = await api.get<StatusContext>(`/api/v1/statuses/${id}/context`);
  const known = new Set(before.descendants.map((status) => status.id));
  const fresh = now.descendants.filter((status) => !known.has(status.id));
  if (fresh.length > 0) addPending(channel, fresh);
}
