import type { Tag } from '@roost/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.js';

/** Unread notifications; a live event adds to it. */
export const unreadQuery = queryOptions({
  queryKey: ['unread', 'all'],
  queryFn: async () => (await api.get<{ count: number }>('/api/v1/notifications/unread_count')).count,
});

/** Unread mentions, for the window's title. */
export const unreadMentionsQuery = queryOptions({
  queryKey: ['unread', 'mentions'],
  queryFn: async () =>
    (await api.get<{ count: number }>('/api/v1/notifications/unread_count', { query: { types: ['mention'] } })).count,
});

export const followedTagsQuery = queryOptions({
  queryKey: ['followed-tags'],
  queryFn: () => api.get<Tag[]>('/api/v1/followed_tags', { query: { limit: 100 } }),
});
