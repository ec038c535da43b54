import type { Markers } from '@roost/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { api } from '../../api/client.js';
import { compareIds } from './rows.js';

/** Where the reader left off, asked once per visit: the line does not move while one reads. */
const readingLineQuery = queryOptions({
  queryKey: ['reading-line', 'home'],
  queryFn: async () => (await api.get<Markers>('/api/v1/markers', { query: { timeline: ['home'] } })).home ?? null,
  staleTime: Infinity,
  gcTime: Infinity,
});

const every = 10_000;
let newest: string | null = null;
let saved: string | null = null;

/** The reading line of Home, and the function that moves it forward: at most every 10 seconds, never back. */
export function useReadingLine(enabled: boolean) {
  const { data, isPending } = useQuery({ ...readingLineQuery, enabled });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = data?.last_read_id;

  const save = useCallback((keepalive: boolean) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!newest || newest === saved) return;
    const before = saved;
    saved = newest;
    api.post<Markers>('/api/v1/markers', { body: { home: { last_read_id: newest } }, keepalive }).catch(() => {
      // The next post that is seen tries again; a line that lags is better than a message about it.
      saved = before;
    });
  }, []);

  const onSeen = useCallback(
    (entryId: string) => {
      if (newest && compareIds(entryId, newest) <= 0) return;
      if (last && compareIds(entryId, last) <= 0) return;
      newest = entryId;
      timer.current ??= setTimeout(() => save(false), every);
    },
    [last, save],
  );

  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && save(true);
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      save(true);
    };
  }, [save]);

  return {
    lastRead: enabled ? last : undefined,
    at: data?.updated_at,
    isPending: enabled && isPending,
    onSeen: enabled ? onSeen : undefined,
  };
}
