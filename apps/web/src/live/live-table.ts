import type {
  AnnouncementNews,
  LiveChannel,
  LiveEvent,
  Notification,
  Relationship,
  Status,
  StatusCounters,
} from '@roost/contracts';

/** What an event can do to what is on screen. The cache itself is behind it, so that the table stays a table. */
export interface LiveCache {
  publish: (channel: LiveChannel, status: Status) => void;
  replace: (status: Status) => void;
  remove: (id: string) => void;
  count: (counters: StatusCounters) => void;
  tally: (status: Status) => void;
  notify: (notification: Notification) => void;
  readNotifications: () => void;
  clearNotifications: () => void;
  refilter: () => void;
  relate: (relationship: Relationship) => void;
  announce: (news: AnnouncementNews) => void;
  countReaction: (count: { announcement_id: string; name: string; count: number }) => void;
  withdrawAnnouncement: (id: string) => void;
}

/** News that only apps have a place for. */
type Elsewhere = 'conversation';

type Row<T extends LiveEvent['type']> = (event: Extract<LiveEvent, { type: T }>, cache: LiveCache) => void;

/** The one place that says what each event changes. A type without a row does not compile. */
const table: { [T in Exclude<LiveEvent['type'], Elsewhere>]: Row<T> } = {
  'status.published': (event, cache) => cache.publish(event.channel, event.payload),
  'status.edited': (event, cache) => cache.replace(event.payload),
  'status.deleted': (event, cache) => cache.remove(event.payload.id),
  'status.counters': (event, cache) => cache.count(event.payload),
  'status.poll': (event, cache) => cache.tally(event.payload),
  notification: (event, cache) => cache.notify(event.payload),
  'notifications.read': (_event, cache) => cache.readNotifications(),
  'notifications.cleared': (_event, cache) => cache.clearNotifications(),
  // Whoever was let in stands among the others now: the list is asked for again.
  'notifications.merged': (_event, cache) => cache.clearNotifications(),
  'filters.changed': (_event, cache) => cache.refilter(),
  relationship: (event, cache) => cache.relate(event.payload),
  announcement: (event, cache) => cache.announce(event.payload),
  'announcement.reaction': (event, cache) => cache.countReaction(event.payload),
  'announcement.deleted': (event, cache) => cache.withdrawAnnouncement(event.payload.id),
};

/** Applies an event; one of a type this client does not know yet is left alone. */
export function applyEvent(event: LiveEvent, cache: LiveCache): void {
  const row = (table as Partial<Record<LiveEvent['type'], unknown>>)[event.type] as
    ((event: LiveEvent, cache: LiveCache) => void) | undefined;
  row?.(event, cache);
}
