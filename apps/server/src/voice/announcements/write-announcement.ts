import { Injectable } from '@nestjs/common';
import type { AnnouncementInput } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { mustBeReadable } from './announcement.policy.js';
import { ComposeAnnouncement } from './compose-announcement.js';
import { announcementEntry } from './announcement-entry.js';

/** Writes an announcement that is shown at once, or at its hour. */
@Injectable()
export class WriteAnnouncement {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly compose: ComposeAnnouncement,
  ) {}

  /** @returns the id. @throws AnnouncementBlank AnnouncementTooLong AnnouncementOver */
  async run(viewer: Viewer, input: AnnouncementInput): Promise<string> {
    const now = this.clock.now();
    const wanted = input.publish_at === null ? now : new Date(input.publish_at);
    const atOnce = wanted <= now;
    const times = { starts_at: dateOf(input.starts_at), ends_at: dateOf(input.ends_at), publish_at: atOnce ? now : wanted };
    mustBeReadable(times, now);
    return this.database.transaction(async (manager) => {
      const { text, entities } = await this.compose.run(manager, input.text);
      const [made]: { id: string }[] = await manager.query(
        `insert into announcement (account_id, text, entities, starts_at, ends_at, all_day, publish_at, published_at)
         values ($1, $2, $3, $4, $5, $6, coalesce($7, now()), case when $7::timestamptz is null then now() end) returning id`,
        [
          viewer.accountId,
          text,
          JSON.stringify(entities),
          times.starts_at,
          times.ends_at,
          input.all_day,
          atOnce ? null : times.publish_at,
        ],
      );
      if (!made) throw new Error('the announcement was not stored');
      const type = atOnce ? 'announcement.published' : 'announcement.written';
      await this.journal.append(manager, announcementEntry(type, made.id, viewer.accountId, { text, ...times }));
      return made.id;
    });
  }
}

export function dateOf(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment);
}
