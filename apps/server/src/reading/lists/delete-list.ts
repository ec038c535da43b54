import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { ListJournal } from './list.journal.js';
import { lockList } from './lock-list.js';

@Injectable()
export class DeleteList {
  constructor(
    private readonly database: Database,
    private readonly journal: ListJournal,
  ) {}

  /** Its members stay followed. @throws NotFound also for other people's lists */
  async run(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await lockList(manager, viewer.accountId, id);
      await manager.query('delete from list where id = $1', [id]);
      await this.journal.append(manager, viewer, { type: 'list.deleted', listId: id });
    });
  }
}
