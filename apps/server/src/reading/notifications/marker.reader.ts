import { Injectable } from '@nestjs/common';
import type { Marker, Markers } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';

export const TIMELINES = ['home', 'notifications'] as const;
export type MarkedTimeline = (typeof TIMELINES)[number];

export interface MarkerRow {
  timeline: MarkedTimeline;
  last_read_id: string;
  version: number;
  updated_at: Date;
}

// Index: marker_pkey.
const MARKERS = statement(
  'markers-of-account',
  'select m.timeline, m.last_read_id, m.version, m.updated_at from marker m where m.account_id = $1 and m.timeline = any($2::text[])',
);

/** How far somebody has read. */
@Injectable()
export class MarkerReader {
  constructor(private readonly database: Database) {}

  /** A marker for every timeline asked for, also where nothing was read yet: some apps fail without. */
  async read(accountId: string, timelines: readonly MarkedTimeline[]): Promise<Markers> {
    if (timelines.length === 0) return {};
    const rows = await this.database.read<MarkerRow>(MARKERS, [accountId, timelines]);
    const unread: Marker = { last_read_id: '0', version: 0, updated_at: new Date(0).toISOString() };
    return { ...Object.fromEntries(timelines.map((timeline) => [timeline, unread])), ...presentMarkers(rows) };
  }
}

function presentMarkers(rows: readonly MarkerRow[]): Markers {
  return Object.fromEntries(
    rows.map((row) => [
      row.timeline,
      { last_read_id: row.last_read_id, version: row.version, updated_at: row.updated_at.toISOString() },
    ]),
  );
}
