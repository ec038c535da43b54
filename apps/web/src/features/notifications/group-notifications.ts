import type { Notification } from '@roost/contracts';

/** What is drawn as one row: the same thing done by several people in a row, the newest first. */
export interface NotificationGroup {
  key: string;
  first: Notification;
  items: Notification[];
  unread: boolean;
}

export interface NotificationDay {
  /** Its first instant in the reader's time zone. */
  day: number;
  groups: NotificationGroup[];
}

const merging = new Set<Notification['type']>(['favourite', 'reblog', 'follow']);

/** Days, newest first, and in each the neighbours that say the same of the same thing as one. */
export function groupNotifications(list: readonly Notification[]): NotificationDay[] {
  const days: NotificationDay[] = [];
  for (const item of list) {
    const day = new Date(item.created_at).setHours(0, 0, 0, 0);
    let current = days.at(-1);
    if (current?.day !== day) days.push((current = { day, groups: [] }));
    const last = current.groups.at(-1);
    if (last && merging.has(item.type) && sameThing(last.first, item)) {
      last.items.push(item);
      last.unread ||= item.roost.unread;
    } else {
      current.groups.push({ key: item.id, first: item, items: [item], unread: item.roost.unread });
    }
  }
  return days;
}

function sameThing(a: Notification, b: Notification): boolean {
  return a.type === b.type && a.status?.id === b.status?.id && a.account.id !== b.account.id;
}
