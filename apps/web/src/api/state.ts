import type { AppState } from '@roost/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.js';

/** Site, session and preferences: what the first screen needs. Changes only by what the person does here. */
export const stateQuery = queryOptions({
  queryKey: ['state'],
  queryFn: () => api.get<AppState>('/api/roost/v1/state'),
  staleTime: Infinity,
  gcTime: Infinity,
});
