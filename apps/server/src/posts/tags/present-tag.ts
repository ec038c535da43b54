import type { Tag } from '@roost/contracts';
import type { TagRow } from './tag.row.js';

const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A tag in Mastodon's shape: the last seven days newest first, days as seconds and counts as text. */
export function presentTag(row: TagRow, url: string, now: Date): Tag {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const used = new Map(row.days.map((day) => [Date.parse(day.day), day]));
  return {
    id: row.id,
    name: row.name,
    url,
    history: Array.from({ length: DAYS }, (_, back) => {
      const midnight = today - back * DAY_MS;
      const day = used.get(midnight);
      return { day: String(midnight / 1000), uses: String(day?.uses ?? 0), accounts: String(day?.accounts ?? 0) };
    }),
    following: row.following,
    featuring: row.featuring,
    roost: { written: row.written },
  };
}
