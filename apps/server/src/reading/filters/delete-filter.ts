import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { FilterJournal } from './filter.journal.js';
import { FilterRepository } from './filter.repository.js';

@Injectable()
export class DeleteFilter {
  constructor(
    private readonly database: Database,
    private readonly filters: FilterRepository,
    private readonly journal: FilterJournal,
  ) {}

  /** @throws NotFound also for other people's */
  async run(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.filters.lock(manager, viewer.accountId, id);
      await manager.query('delete from filter where id = $1', [id]);
      await this.journal.append(manager, viewer, id);
    });
  }
}
