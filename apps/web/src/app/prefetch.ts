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
