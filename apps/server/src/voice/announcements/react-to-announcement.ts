import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { announcementEntry } from './announcement-entry.js';
import { NoEmoji, TooManyReactions } from './announcement.errors.js';
import { SHOWN } from './announcement.sql.js';
import { emojiName } from './emoji-name.js';

/** Answers an announcement with an emoji, or takes the answer back. */
@Injectable()
export class ReactToAnnouncement {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** The same answer again changes nothing. @throws NotFound NoEmoji TooManyReactions */
  async add({ accountId }: Viewer, id: string, text: string): Promise<void> {
    const name = emojiName(text);
    if (name === null) throw new NoEmoji();
    await this.database.transaction(async (manager) => {
      const counts = await lockShown(manager, id);
      if (!counts.has(name) && counts.size >= LIMITS.announcementReactions) throw new TooManyReactions();
      const made: unknown[] = await manager.query(
        'insert into announcement_reaction (announcement_id, account_id, name) values ($1, $2, $3) on conflict do nothing returning name',
        [id, accountId, name],
      );
      if (made.length === 0) return;
      const count = (counts.get(name) ?? 0) + 1;
      await this.journal.append(manager, announcementEntry('announcement.reacted', id, accountId, { name, count }));
    });
  }

  /** @throws NotFound when it was not answered so */
  async remove({ accountId }: Viewer, id: string, text: string): Promise<void> {
    const name = emojiName(text);
    if (name === null) throw new NotFound();
    await this.database.transaction(async (manager) => {
      const counts = await lockShown(manager, id);
      const gone: unknown[] = await manager.query(
        `with gone as (delete from announcement_reaction where announcement_id = $1 and account_id = $2 and name = $3 returning name)
         select name from gone`,
        [id, accountId, name],
      );
      if (gone.length === 0) throw new NotFound();
      const count = (counts.get(name) ?? 1) - 1;
      await this.journal.append(manager, announcementEntry('announcement.unreacted', id, accountId, { name, count }));
    });
  }
}

/** One reaction at a time, or two would be one kind too many. @returns how many there are of each kind */
async function lockShown(manager: EntityManager, id: string): Promise<Map<string, number>> {
  const there: unknown[] = await manager.query(`select 1 from announcement a where a.id = $1 and ${SHOWN} for no key update`, [
    id,
  ]);
  if (there.length === 0) throw new NotFound();
  const rows: { name: string; count: number }[] = await manager.query(
    'select name, count(*)::int as count from announcement_reaction where announcement_id = $1 group by name',
    [id],
  );
  return new Map(rows.map((row) => [row.name, row.count]));
}
