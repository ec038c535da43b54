import { Injectable } from '@nestjs/common';
import type { Markers } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { compareIds } from '../../platform/http/paging.js';
import { Journal } from '../../platform/journal/journal.js';
import { MarkerMoved } from './notification.errors.js';
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

  /**
   * @returns the markers named, where they stand now
   * @throws MarkerMoved when another device moved one at the same moment, though not as far
   */
  async run({ accountId }: Viewer, input: MarkerInput): Promise<Markers> {
    const wanted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)) as [MarkedTimeline, string][];
    await this.database.transaction(async (manager) => {
      for (const [timeline, lastReadId] of wanted) {
        if (!(await move(manager, accountId, timeline, lastReadId))) continue;
        // Other devices of the same person take their badge away; where home was read to is nobody's news.
        if (timeline === 'notifications')
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

const STANDING = 'select last_read_id, version from marker where account_id = $1 and timeline = $2';

/** Moves the version that was read, or none. @returns false when it stands there or further already. @throws MarkerMoved */
async function move(manager: EntityManager, accountId: string, timeline: MarkedTimeline, to: string): Promise<boolean> {
  const [before]: MarkerRow[] = await manager.query(STANDING, [accountId, timeline]);
  if (before && compareIds(before.last_read_id, to) >= 0) return false;
  const moved: unknown[] = await manager.query(
    `with moved as (
       insert into marker as m (account_id, timeline, last_read_id) values ($1, $2, $3)
       on conflict (account_id, timeline) do update set last_read_id = excluded.last_read_id, version = m.version + 1, updated_at = now()
         where m.version = $4
       returning version
     ) select version from moved`,
    [accountId, timeline, to, before?.version ?? 0],
  );
  if (moved.length > 0) return true;
  const [now]: MarkerRow[] = await manager.query(STANDING, [accountId, timeline]);
  if (now && compareIds(now.last_read_id, to) >= 0) return false;
  throw new MarkerMoved();
}
