import type { Announcement } from '@roost/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const FIVE_MINUTES = 5 * 60_000;

/** What the company tells everybody now. Few and seldom: asked for again every few minutes, and when the window comes back. */
export const announcementsQuery = queryOptions({
  queryKey: ['announcements'],
  queryFn: () => api.get<Announcement[]>('/api/v1/announcements'),
  refetchInterval: FIVE_MINUTES,
  refetchOnWindowFocus: true,
});
