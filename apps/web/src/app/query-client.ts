import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.js';

/** Lists stay as they are until an event, a pull or a person changes them, so nothing moves by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.passing && error.status !== 429,
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000) * (0.75 + Math.random() / 2),
    },
    mutations: { networkMode: 'always' },
  },
});
