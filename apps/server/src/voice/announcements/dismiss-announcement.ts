import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { SHOWN } from './announcement.sql.js';

/** Remembers that somebody read an announcement. Like other marks of reading, it is nobody's news. */
@Injectable()
export class DismissAnnouncement {
  constructor(private readonly database: Database) {}

  /** @throws NotFound when it is not shown */
  async run({ accountId }: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const there: unknown[] = await manager.query(`select 1 from announcement a where a.id = $1 and ${SHOWN} for key share`, [
        id,
      ]);
      if (there.length === 0) throw new NotFound();
      await manager.query('insert into announcement_read (account_id, announcement_id) values ($1, $2) on conflict do nothing', [
        accountId,
        id,
      ]);
    });
  }
}
