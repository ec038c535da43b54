import type { Status, StatusContext, StatusEdit } from '@roost/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { noteLoaded } from '../../live/loaded-at.js';

export function statusQuery(id: string) {
  return queryOptions({
    queryKey: ['statuses', 'one', id],
    queryFn: () => api.get<Status>(`/api/v1/statuses/${id}`),
  });
}

export function contextQuery(id: string) {
  return queryOptions({
    queryKey: ['statuses', 'context', id],
    queryFn: async ({ queryKey }) => {
      const { body, cursor } = await api.dated<StatusContext>(`/api/v1/statuses/${id}/context`);
      noteLoaded(queryKey, cursor);
      return body;
    },
  });
}

export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['history', id],
    queryFn: () => api.get<StatusEdit[]>(`/api/v1/statuses/${id}/history`),
  });
}
