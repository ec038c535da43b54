import type { Account, Status } from '@roost/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export type ProfileTab = 'posts' | 'replies' | 'media' | 'followers' | 'following';
export type PostsTab = Exclude<ProfileTab, 'followers' | 'following'>;

/** An account by its handle. */
export function profileQuery(handle: string) {
  return queryOptions({
    queryKey: ['account', 'by-handle', handle.toLowerCase()],
    queryFn: () => api.get<Account>('/api/v1/accounts/lookup', { query: { acct: handle } }),
  });
}

export function pinnedQuery(id: string) {
  return queryOptions({
    queryKey: ['statuses', 'account', id, 'pinned'],
    queryFn: () => api.get<Status[]>(`/api/v1/accounts/${id}/statuses`, { query: { pinned: true } }),
  });
}

const choices: Record<PostsTab, string> = { posts: '?exclude_replies=true', replies: '', media: '?only_media=true' };

export function postsPath(id: string, tab: PostsTab): string {
  return `/api/v1/accounts/${id}/statuses${choices[tab]}`;
}

/** Whether a post that arrives belongs to what a tab lists. */
export function belongsTo(tab: PostsTab, status: Status): boolean {
  if (tab === 'replies') return true;
  if (tab === 'media') return !status.reblog && status.media_attachments.length > 0;
  return status.in_reply_to_id === null || status.in_reply_to_account_id === status.account.id;
}
