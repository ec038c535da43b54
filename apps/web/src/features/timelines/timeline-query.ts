import type { Status } from '@roost/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Page } from '../../api/client.js';
import { noteLoaded } from '../../live/loaded-at.js';

/** Lists of statuses that stream: which address loads them and which channel brings what is new. */
export type Feed = 'home' | 'company' | `tag:${string}` | `list:${string}`;

export function feedPath(feed: Feed): string {
  if (feed === 'home') return '/api/v1/timelines/home';
  if (feed === 'company') return '/api/v1/timelines/public?local=true';
  if (feed.startsWith('list:')) return `/api/v1/timelines/list/${feed.slice(5)}`;
  return `/api/v1/timelines/tag/${encodeURIComponent(feed.slice(4))}`;
}

/** A list of statuses by its address, newest first; `key` follows 'statuses' in the cache. */
export function statusListQuery(key: readonly string[], path: string) {
  return infiniteQueryOptions({
    queryKey: ['statuses', ...key],
    queryFn: async ({ pageParam, signal, queryKey }): Promise<Page<Status>> => {
      const { body, cursor } = await api.datedPage<Status>(pageParam ?? withLimit(path), { signal });
      if (!pageParam) noteLoaded(queryKey, cursor);
      return body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.items.length > 0 ? (last.next ?? null) : null),
    staleTime: Infinity,
  });
}

export function timelineQuery(feed: Feed) {
  return statusListQuery(['timeline', feed], feedPath(feed));
}

function withLimit(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}limit=30`;
}

/** All posts of a list once each, newest first, however its pages overlap. */
export function flatten(pages: readonly Page<Status>[] | undefined): Status[] {
  const seen = new Set<string>();
  const list: Status[] = [];
  for (const page of pages ?? []) {
    for (const status of page.items) {
      if (seen.has(status.id)) continue;
      seen.add(status.id);
      list.push(status);
    }
  }
  return list;
}
