import type { Announcement } from '@roost/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const SELDOM = 10 * 60_000;

/** What the company tells everybody now. Live events change it; it is asked for again seldom, for who was away for long. */
export const announcementsQuery = queryOptions({
  queryKey: ['announcements'],
  queryFn: () => api.get<Announcement[]>('/api/v1/announcements'),
  refetchInterval: SELDOM,
  refetchOnWindowFocus: true,
});
