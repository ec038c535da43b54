import type { NotificationRow } from './notification.repository.js';

const HOUR_MS = 3_600_000;
const GROUPED = new Set(['favourite', 'reblog', 'follow']);

/** Notifications with one key can be shown as one: the same thing done to the same status, or follows, within an hour. */
export function groupKey(row: Pick<NotificationRow, 'id' | 'type' | 'status_id' | 'created_at'>): string {
  if (!GROUPED.has(row.type)) return `ungrouped-${row.id}`;
  const hour = Math.floor(row.created_at.getTime() / HOUR_MS);
  return row.status_id === null ? `${row.type}-${hour}` : `${row.type}-${row.status_id}-${hour}`;
}
