import type { Account, List } from '@roost/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

/** Everything about lists stands under 'lists' in the cache, so that one word makes all of it be asked for again. */
export const listsQuery = queryOptions({ queryKey: ['lists', 'all'], queryFn: () => api.get<List[]>('/api/v1/lists') });

export function listQuery(id: string) {
  return queryOptions({ queryKey: ['lists', 'one', id], queryFn: () => api.get<List>(`/api/v1/lists/${id}`) });
}

export function membersQuery(id: string) {
  return queryOptions({
    queryKey: ['lists', 'members', id],
    queryFn: () => api.get<Account[]>(`/api/v1/lists/${id}/accounts`, { query: { limit: 0 } }),
  });
}

/** Those of one's lists that somebody is on. */
export function membershipQuery(accountId: string) {
  return queryOptions({
    queryKey: ['lists', 'of', accountId],
    queryFn: () => api.get<List[]>(`/api/v1/accounts/${accountId}/lists`),
  });
}

type ListFields = Pick<List, 'title' | 'replies_policy' | 'exclusive'>;

export async function createList(client: QueryClient, fields: ListFields): Promise<List> {
  const list = await api.post<List>('/api/v1/lists', { body: fields });
  await client.invalidateQueries({ queryKey: ['lists'] });
  return list;
}

export async function changeList(client: QueryClient, id: string, fields: ListFields): Promise<void> {
  await api.put(`/api/v1/lists/${id}`, { body: fields });
  await afterwards(client, id);
}

export async function deleteList(client: QueryClient, id: string): Promise<void> {
  await api.delete(`/api/v1/lists/${id}`);
  client.removeQueries({ queryKey: ['statuses', 'timeline', `list:${id}`] });
  await afterwards(client, id);
}

export async function setMember(client: QueryClient, id: string, accountId: string, on: boolean): Promise<void> {
  await api[on ? 'post' : 'delete'](`/api/v1/lists/${id}/accounts`, { body: { account_ids: [accountId] } });
  await afterwards(client, id);
}

/** Home may have lost or regained posts with an exclusive list. */
async function afterwards(client: QueryClient, id: string): Promise<void> {
  void client.invalidateQueries({ queryKey: ['statuses', 'timeline', `list:${id}`] });
  void client.invalidateQueries({ queryKey: ['statuses', 'timeline', 'home'] });
  await client.invalidateQueries({ queryKey: ['lists'] });
}
