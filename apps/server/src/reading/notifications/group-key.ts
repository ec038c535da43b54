import type { NotificationType } from '@roost/contracts';

const HOUR_MS = 3_600_000;
/** What several people do to the same thing, or to somebody. */
export const GROUPED_TYPES: readonly string[] = ['favourite', 'reblog', 'follow'];

interface Keyed {
  id: string;
  type: NotificationType;
  status_id: string | null;
  created_at: Date;
}

/** What a key stands for: one notification, or one thing done by several within an hour. */
export type GroupKey = { id: string } | { type: string; statusId: string | null; hour: string };

/** Notifications with one key can be shown as one: the same thing done to the same status, or follows, within an hour. */
export function groupKey(row: Keyed): string {
  if (!GROUPED_TYPES.includes(row.type)) return `ungrouped-${row.id}`;
  const hour = Math.floor(row.created_at.getTime() / HOUR_MS);
  return row.status_id === null ? `${row.type}-${hour}` : `${row.type}-${row.status_id}-${hour}`;
}

/** @returns null for what {@link groupKey} would never have made */
export function readGroupKey(key: string): GroupKey | null {
  const alone = /^ungrouped-(\d{1,16})$/.exec(key)?.[1];
  if (alone !== undefined) return { id: alone };
  const [, type, statusId, hour] = /^(favourite|reblog|follow)(?:-(\d{1,16}))?-(\d{1,8})$/.exec(key) ?? [];
  return type === undefined || hour === undefined ? null : { type, statusId: statusId ?? null, hour };
}
