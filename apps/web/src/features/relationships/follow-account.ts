import type { Relationship } from '@roost/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

/** How the reader stands to an account. A live event keeps it fresh. */
export function relationshipQuery(id: string) {
  return queryOptions({
    queryKey: ['relationship', id],
    queryFn: async () => {
      const [relationship] = await api.get<Relationship[]>('/api/v1/accounts/relationships', { query: { id: [id] } });
      if (!relationship) throw new Error('The server knows no such account');
      return relationship;
    },
  });
}

/** Follows or stops; shown at once and taken back when the server refuses. */
export async function toggleFollow(client: QueryClient, before: Relationship): Promise<void> {
  const key = relationshipQuery(before.id).queryKey;
  const stop = before.following || before.requested;
  client.setQueryData(key, { ...before, following: !stop, requested: false });
  try {
    client.setQueryData(key, await api.post<Relationship>(`/api/v1/accounts/${before.id}/${stop ? 'unfollow' : 'follow'}`));
  } catch (error) {
    client.setQueryData(key, before);
    throw error;
  }
}
