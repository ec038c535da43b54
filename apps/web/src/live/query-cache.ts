import type { LiveChannel, Notification, Relationship, Status, StatusContext } from '@roost/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '../api/client.js';
import { unreadMentionsQuery, unreadQuery } from '../api/queries.js';
import { markGone } from '../features/statuses/gone.js';
import { changeCachedStatus, replaceCachedStatus } from '../features/statuses/status-cache.js';
import { addPending, changePending } from '../features/timelines/pending.js';
import type { LiveCache } from './live-table.js';

type Listener = (notification: Notification) => void;
const notificationListeners = new Set<Listener>();

/** Hears each notification as it arrives, for the page that lists them. */
export function onNotification(listener: Listener): () => void {
  notificationListeners.add(listener);
  return () => notificationListeners.delete(listener);
}

/** Live events as changes of the query cache and of what waits behind the pills. */
export function queryCache(client: QueryClient): LiveCache {
  return {
    publish: (channel, status) => {
      if (!isCached(client, channel, status.id) && !isBoostOfListed(client, channel, status)) addPending(channel, [status]);
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
    notify: (notification) => {
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
    relate: (relationship: Relationship) => {
      client.setQueryData(['relationship', relationship.id], relationship);
    },
  };
}

/** True when the list of this channel already shows the status. */
function isCached(client: QueryClient, channel: LiveChannel, id: string): boolean {
  if (channel.startsWith('thread:')) {
    const thread = client.getQueryData<StatusContext>(['statuses', 'context', channel.slice('thread:'.length)]);
    return Boolean(thread?.descendants.some((status) => status.id === id));
  }
  const list = client.getQueryData<InfiniteData<Page<Status>>>(['statuses', ...listKey(channel)]);
  return Boolean(list?.pages.some((page) => page.items.some((status) => status.id === id)));
}

/** A boost of a post that stands in the list anyway adds a name to it at the next load, not a row: nothing to announce. */
function isBoostOfListed(client: QueryClient, channel: LiveChannel, status: Status): boolean {
  return status.reblog !== null && isCached(client, channel, status.reblog.id);
}

function listKey(channel: LiveChannel): string[] {
  return channel.startsWith('account:') ? ['account', channel.slice('account:'.length), 'posts'] : ['timeline', channel];
}
