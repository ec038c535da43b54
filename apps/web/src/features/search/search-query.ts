import type { Account, Search, SearchFacets, Status, Tag } from '@roost/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { ApiError } from '../../api/api-error.js';

const pageSize = 30;
const path = '/api/v2/search';
const retry = (count: number, error: Error) =>
  count < 1 && !(error instanceof ApiError && error.status < 500 && error.status > 0);

/** Posts, newest first; pages go on below the oldest one, so that new posts shift nothing. */
export function postsFoundQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['statuses', 'search', q],
    queryFn: async ({ pageParam, signal }): Promise<Status[]> => {
      const query = { q, type: 'statuses', limit: pageSize, max_id: pageParam };
      return (await api.get<Search>(path, { query, signal })).statuses;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.length === pageSize ? (last.at(-1)?.id ?? null) : null),
    enabled: q !== '',
    retry,
  });
}

function byOffset<T>(kind: 'accounts' | 'hashtags', q: string, pick: (found: Search) => T[]) {
  return infiniteQueryOptions({
    queryKey: ['search', kind, q],
    queryFn: async ({ pageParam, signal }): Promise<T[]> =>
      pick(await api.get<Search>(path, { query: { q, type: kind, limit: pageSize, offset: pageParam }, signal })),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length === pageSize ? pages.length * pageSize : null),
    enabled: q !== '',
    retry,
  });
}

export const peopleFoundQuery = (q: string) => byOffset<Account>('accounts', q, (found) => found.accounts);
export const tagsFoundQuery = (q: string) => byOffset<Tag>('hashtags', q, (found) => found.hashtags);

/** How many of each kind a query finds, up to a page: for an empty result that says where the matches are. */
export function countsQuery(q: string) {
  return queryOptions({
    queryKey: ['search', 'counts', q],
    queryFn: async ({ signal }) => {
      const found = await api.get<Search>(path, { query: { q, limit: 40 }, signal });
      return { posts: found.statuses.length, people: found.accounts.length, tags: found.hashtags.length };
    },
    retry,
  });
}

/** What the posts found have in common. */
export function facetsQuery(q: string) {
  return queryOptions({
    queryKey: ['search', 'facets', q],
    queryFn: ({ signal }) => api.get<SearchFacets>('/api/roost/v1/search/facets', { query: { q }, signal }),
    enabled: q !== '',
    retry,
  });
}

/** Posts that fit and are newer than this one, up to a page. */
export async function newerPosts(q: string, newest: string): Promise<Status[]> {
  return (await api.get<Search>(path, { query: { q, type: 'statuses', limit: pageSize, min_id: newest } })).statuses;
}
