import { Injectable } from '@nestjs/common';
import type { Markers } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { type MarkedTimeline, MarkerReader, type MarkerRow } from './marker.reader.js';

/** Positions by timeline; one that lies behind the present position changes nothing. */
export type MarkerInput = Partial<Record<MarkedTimeline, string>>;

/** Remembers how far somebody has read. Only forward, so that two devices cannot undo each other. */
@Injectable()
export class MoveMarkers {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: MarkerReader,
  ) {}

  /** @returns the markers named, where they stand now */
  async run({ accountId }: Viewer, input: MarkerInput): Promise<Markers> {
    const wanted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)) as [MarkedTimeline, string][];
    await this.database.transaction(async (manager) => {
      for (const [timeline, lastReadId] of wanted) {
        const [moved]: MarkerRow[] = await manager.query(
          `insert into marker as m (account_id, timeline, last_read_id) values ($1, $2, $3)
           on conflict (account_id, timeline) do update
             set last_read_id = excluded.last_read_id, version = m.version + 1, updated_at = now() where m.last_read_id < excluded.last_read_id
           returning timeline, last_read_id, version, updated_at`,
          [accountId, timeline, lastReadId],
        );
        // Other devices of the same person take their badge away; where home was read to is nobody's news.
        if (moved && timeline === 'notifications')
          await this.journal.append(manager, {
            type: 'notifications.read',
            actorId: accountId,
            subjectType: 'account',
            subjectId: accountId,
            audience: { visibility: 'self', mentioned: [] },
            payload: { accountId, lastReadId },
          });
      }
    });
    return this.reader.read(
      accountId,
      wanted.map(([timeline]) => timeline),
    );
  }
}
