import type { LiveChannel, Notification, Relationship, Status, StatusContext } from '@roost/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '../api/client.js';
import { unreadMentionsQuery, unreadQuery } from '../api/queries.js';
import { announcementsQuery } from '../features/announcements/announcements-query.js';
import { withNews, withReactionCount } from '../features/announcements/apply-news.js';
import { belongsTo, type PostsTab } from '../features/profile/profile-query.js';
import { markGone } from '../features/statuses/gone.js';
import { changeCachedStatus, replaceCachedStatus } from '../features/statuses/status-cache.js';
import { addPending, changePending, dropPending } from '../features/timelines/pending.js';
import { compareIds } from '../features/timelines/rows.js';
import { listsOf } from './lists.js';
import type { LiveCache } from './live-table.js';

const notificationListeners = new Set<(notification: Notification) => void>();

/** Hears each notification as it arrives, for the page that lists them. */
export function onNotification(listener: (notification: Notification) => void): () => void {
  notificationListeners.add(listener);
  return () => notificationListeners.delete(listener);
}

const publishListeners = new Set<() => void>();

/** Hears that something was posted on a channel of this page, for what is no list of one channel. */
export function onPublished(listener: () => void): () => void {
  publishListeners.add(listener);
  return () => publishListeners.delete(listener);
}

/** Live events as changes of the query cache and of what waits behind the pills. */
export function queryCache(client: QueryClient): LiveCache {
  return {
    publish: (channel, status) => {
      if (belongs(client, channel, status)) addPending(channel, [status]);
      for (const listener of publishListeners) listener();
    },
    replace: (status) => {
      replaceCachedStatus(client, status);
      changePending(status.id, (before) => ({ ...status, reblog: before.reblog }));
      void client.invalidateQueries({ queryKey: ['history', status.id] });
    },
    remove: (id) => {
      markGone(id);
      changePending(id, () => null);
    },
    count: ({ id, ...counters }) => {
      changeCachedStatus(client, id, (before) => ({ ...before, ...counters }));
      changePending(id, (before) => ({ ...before, ...counters }));
    },
    tally: ({ id, poll }) => {
      changeCachedStatus(client, id, (before) => ({ ...before, poll }));
      changePending(id, (before) => ({ ...before, poll }));
    },
    notify: (notification) => {
      // A number that is on its way may or may not count this one: it is asked for again.
      if (client.isFetching({ queryKey: ['unread'] }) > 0) void client.invalidateQueries({ queryKey: ['unread'] });
      client.setQueryData(unreadQuery.queryKey, (before) => (before ?? 0) + 1);
      if (notification.type === 'mention') client.setQueryData(unreadMentionsQuery.queryKey, (before) => (before ?? 0) + 1);
      for (const listener of notificationListeners) listener(notification);
    },
    readNotifications: () => {
      void client.invalidateQueries({ queryKey: ['unread'] });
    },
    clearNotifications: () => {
      void client.invalidateQueries({ queryKey: ['unread'] });
      void client.invalidateQueries({ queryKey: ['statuses', 'notifications'] });
    },
    refilter: () => {
      // Whatever shows posts asks again what the filters say of them.
      dropPending();
      void client.invalidateQueries({ queryKey: ['statuses'] });
      void client.invalidateQueries({ queryKey: ['filters'] });
      void client.invalidateQueries({ queryKey: ['unread'] });
    },
    announce: (news) => client.setQueryData(announcementsQuery.queryKey, (list) => list && withNews(list, news)),
    countReaction: (count) => client.setQueryData(announcementsQuery.queryKey, (list) => list && withReactionCount(list, count)),
    withdrawAnnouncement: (id) =>
      client.setQueryData(announcementsQuery.queryKey, (list) => list?.filter((announcement) => announcement.id !== id)),
    relate: (relationship: Relationship) => {
      client.setQueryData(['relationship', relationship.id], relationship);
    },
  };
}

/** True when a list of the channel lacks the status, and would show it where it is loaded so far. */
function belongs(client: QueryClient, channel: LiveChannel, status: Status): boolean {
  if (channel.startsWith('thread:')) {
    const thread = client.getQueryData<StatusContext>(['statuses', 'context', channel.slice('thread:'.length)]);
    return Boolean(thread?.descendants.every((other) => other.id !== status.id));
  }
  return listsOf(client, channel).some(({ state, queryKey }) => {
    const list = state.data as InfiniteData<Page<Status>> | undefined;
    if (!list || (queryKey[1] === 'account' && !belongsTo(queryKey[3] as PostsTab, status))) return false;
    const ids = new Set(list.pages.flatMap((page) => page.items.map((item) => item.id)));
    // A boost of a post that stands there anyway adds a name to it at the next load, not a row: nothing to announce.
    if (ids.has(status.id) || (status.reblog && ids.has(status.reblog.id))) return false;
    // What is older than everything loaded comes with the older pages.
    const end = list.pages.at(-1);
    const last = end?.items.at(-1);
    return !end?.next || !last || compareIds(status.id, last.id) > 0;
  });
}
