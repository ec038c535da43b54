import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DueWork } from '../../platform/jobs/due-work.js';
import { Journal } from '../../platform/journal/journal.js';
import { announcementEntry } from './announcement-entry.js';

/** Shows announcements when their hour has come, and takes them away at their end; each once, on whichever node comes first. */
@Injectable()
export class ShowAnnouncements {
  constructor(
    due: DueWork,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {
    due.whenever('announcements that begin', () => this.begin());
    due.whenever('announcements that end', () => this.end());
  }

  /** Index: announcement_due. @returns false when none is due */
  private begin(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [shown]: { id: string; text: string }[] = await manager.query(
        `with shown as (
           update announcement set published_at = publish_at
            where id = (select id from announcement where published_at is null and publish_at <= now() order by publish_at limit 1 for no key update skip locked)
           returning id, text
         ) select id, text from shown`,
      );
      if (!shown) return false;
      await this.journal.append(manager, announcementEntry('announcement.published', shown.id, null, { text: shown.text }));
      return true;
    });
  }

  /** Index: announcement_ending. @returns false when none is due */
  private end(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [ended]: { id: string }[] = await manager.query(
        `with ended as (
           update announcement set ended_at = ends_at
            where id = (select id from announcement where ended_at is null and published_at is not null and ends_at <= now()
                         order by ends_at limit 1 for no key update skip locked)
           returning id
         ) select id from ended`,
      );
      if (!ended) return false;
      await this.journal.append(manager, announcementEntry('announcement.deleted', ended.id, null, { ended: true }));
      return true;
    });
  }
}
