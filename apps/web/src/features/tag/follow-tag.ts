import type { Tag } from '@roost/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { followedTagsQuery } from '../../api/queries.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { textNow } from '../../i18n/use-text.js';

/** A tag by its identity; one nobody used yet is answered too. */
export function tagQuery(key: string) {
  return queryOptions({
    queryKey: ['tag', key],
    queryFn: () => api.get<Tag>(`/api/v1/tags/${encodeURIComponent(key)}`),
  });
}

/** Follows a tag or stops; shown at once, beside it and in the navigation, and taken back when the server refuses. */
export async function toggleTag(client: QueryClient, key: string, tag: Tag): Promise<void> {
  const follow = !tag.following;
  const list = client.getQueryData(followedTagsQuery.queryKey);
  const next = { ...tag, following: follow };
  client.setQueryData(tagQuery(key).queryKey, next);
  client.setQueryData(followedTagsQuery.queryKey, (before = []) => {
    const others = before.filter((entry) => entry.name !== tag.name);
    return follow ? [next, ...others] : others;
  });
  try {
    const answer = await api.post<Tag>(`/api/v1/tags/${encodeURIComponent(key)}/${follow ? 'follow' : 'unfollow'}`);
    client.setQueryData(tagQuery(key).queryKey, answer);
    void client.invalidateQueries({ queryKey: ['statuses', 'timeline', 'home'], refetchType: 'none' });
  } catch (error) {
    client.setQueryData(tagQuery(key).queryKey, tag);
    client.setQueryData(followedTagsQuery.queryKey, list);
    toast({
      tone: 'trouble',
      words: textNow(follow ? 'tag.failed' : 'tag.failedUnfollow', { tag: tag.roost.written, reason: failureSentence(error) }),
    });
  }
}
