import { Injectable } from '@nestjs/common';
import type { AnnouncementPatch } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { announcementEntry } from './announcement-entry.js';
import { type AnnouncementTimes, mustBeReadable } from './announcement.policy.js';
import { ComposeAnnouncement } from './compose-announcement.js';
import { dateOf } from './write-announcement.js';

interface Standing extends AnnouncementTimes {
  text: string;
  all_day: boolean;
  published_at: Date | null;
}

/** Changes an announcement. Who read it has read it; one that had ended and gets a later end is shown again. */
@Injectable()
export class EditAnnouncement {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly compose: ComposeAnnouncement,
  ) {}

  /** @throws NotFound AnnouncementBlank AnnouncementTooLong AnnouncementOver */
  async run(viewer: Viewer, id: string, patch: AnnouncementPatch): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (manager) => {
      const [before]: Standing[] = await manager.query(
        'select text, starts_at, ends_at, all_day, publish_at, published_at from announcement where id = $1 for no key update',
        [id],
      );
      if (!before) throw new NotFound();
      const times = {
        starts_at: patch.starts_at === undefined ? before.starts_at : dateOf(patch.starts_at),
        ends_at: patch.ends_at === undefined ? before.ends_at : dateOf(patch.ends_at),
        // What was shown cannot be held back any more.
        publish_at:
          before.published_at === null && patch.publish_at !== undefined ? (dateOf(patch.publish_at) ?? now) : before.publish_at,
      };
      mustBeReadable(times, now);
      const { text, entities } = await this.compose.run(manager, patch.text ?? before.text);
      await manager.query(
        `update announcement set text = $2, entities = $3, starts_at = $4, ends_at = $5, all_day = $6, publish_at = $7, ended_at = null, updated_at = now()
          where id = $1`,
        [id, text, JSON.stringify(entities), times.starts_at, times.ends_at, patch.all_day ?? before.all_day, times.publish_at],
      );
      const type = before.published_at === null ? 'announcement.written' : 'announcement.updated';
      await this.journal.append(manager, announcementEntry(type, id, viewer.accountId, { text, ...times }));
    });
  }
}
