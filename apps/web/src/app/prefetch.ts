import { announcementsQuery } from '../features/announcements/announcements-query.js';
import { profileQuery } from '../features/profile/profile-query.js';
import { contextQuery, statusQuery } from '../features/thread/thread-query.js';
import { timelineQuery, type Feed } from '../features/timelines/timeline-query.js';
import { queryClient } from './query-client.js';

/* Asked for while a page's own code still loads, so that its first post waits for one of the two only. */

export function prefetchTimeline(feed: Feed): void {
  void queryClient.prefetchInfiniteQuery(timelineQuery(feed));
}

export function prefetchThread(id: string): void {
  void queryClient.prefetchQuery(statusQuery(id));
  void queryClient.prefetchQuery(contextQuery(id));
}

export function prefetchProfile(handle: string): void {
  void queryClient.prefetchQuery(profileQuery(handle));
}

/** Announcements stand above the posts: they come first or, when they are slow, a moment later. */
const PATIENCE_MS = 300;
export async function settleAnnouncements(): Promise<void> {
  const ready = queryClient.prefetchQuery(announcementsQuery).then(async () => {
    const list = queryClient.getQueryData(announcementsQuery.queryKey) ?? [];
    if (list.some((announcement) => !announcement.read)) await import('../features/announcements/announcements.js');
  });
  if (queryClient.getQueryData(announcementsQuery.queryKey) !== undefined) return;
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
