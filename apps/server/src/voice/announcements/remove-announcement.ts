import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { announcementEntry } from './announcement-entry.js';

/** Takes an announcement away, with who read it and what they made of it. The record keeps that it was there. */
@Injectable()
export class RemoveAnnouncement {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound */
  async run(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const gone: unknown[] = await manager.query(
        'with gone as (delete from announcement where id = $1 returning id) select id from gone',
        [id],
      );
      if (gone.length === 0) throw new NotFound();
      await this.journal.append(manager, announcementEntry('announcement.deleted', id, viewer.accountId, { ended: false }));
    });
  }
}
