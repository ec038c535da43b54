import type { Account, Notification } from '@roost/contracts';
import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { api, type Page } from '../../api/client.js';
import { unreadMentionsQuery, unreadQuery } from '../../api/queries.js';
import { compareIds } from '../timelines/rows.js';

export type Filter = 'all' | 'mentions';
type List = InfiniteData<Page<Notification>, string | null>;

const paths: Record<Filter, string> = {
  all: '/api/v1/notifications?limit=40',
  mentions: '/api/v1/notifications?limit=40&types[]=mention',
};

/** The key begins with 'statuses', so that a like or an edit shows here like everywhere. */
export function notificationsQuery(filter: Filter) {
  return infiniteQueryOptions({
    queryKey: ['statuses', 'notifications', filter],
    queryFn: ({ pageParam, signal }): Promise<Page<Notification>> =>
      api.page<Notification>(pageParam ?? paths[filter], { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.items.length > 0 ? (last.next ?? null) : null),
    staleTime: Infinity,
  });
}

export const followRequestsQuery = queryOptions({
  queryKey: ['follow-requests'],
  queryFn: () => api.get<Account[]>('/api/v1/follow_requests', { query: { limit: 80 } }),
});

/** Changes the items of every list of notifications in the cache. */
export function changeLists(
  client: QueryClient,
  change: (items: Notification[], page: number, filter: Filter) => Notification[],
): void {
  for (const filter of ['all', 'mentions'] as const) {
    client.setQueryData<List>(
      notificationsQuery(filter).queryKey,
      (before) =>
        before && {
          ...before,
          pages: before.pages.map((page, index) => ({ ...page, items: change(page.items, index, filter) })),
        },
    );
  }
}

/** Puts what arrived on top of the lists it belongs to. */
export function letInNotifications(client: QueryClient, fresh: readonly Notification[]): void {
  changeLists(client, (items, page, filter) => {
    if (page > 0) return items;
    const known = new Set(items.map((item) => item.id));
    const wanted = fresh.filter((item) => !known.has(item.id) && (filter === 'all' || item.type === 'mention'));
    return [...wanted, ...items].sort((a, b) => compareIds(b.id, a.id));
  });
}

/** Moves the marker that all devices share, and with it the numbers beside the bell. */
export async function markRead(client: QueryClient, newest: string): Promise<void> {
  await api.post('/api/v1/markers', { body: { notifications: { last_read_id: newest } } });
  client.setQueryData(unreadQuery.queryKey, 0);
  client.setQueryData(unreadMentionsQuery.queryKey, 0);
}
