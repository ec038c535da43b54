import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { audienceOf, lockStatus } from './lock-status.js';
import { StatusReader } from './status.reader.js';

@Injectable()
export class FavouriteStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
  ) {}

  /** @returns the id of the status favoured. @throws NotFound */
  async run(viewer: Viewer, input: { id: string }): Promise<string> {
    const { row } = await this.reader.seen(viewer.accountId, input.id);
    await this.database.transaction(async (manager) => {
      const status = await lockStatus(manager, row.id);
      const added: unknown[] = await manager.query(
        'insert into favourite (account_id, status_id) values ($1, $2) on conflict (status_id, account_id) do nothing returning id',
        [viewer.accountId, row.id],
      );
      if (added.length === 0) return;
      await manager.query('update status set favourites_count = favourites_count + 1 where id = $1', [row.id]);
      await this.journal.append(manager, {
        type: 'status.favourited',
        actorId: viewer.accountId,
        subjectType: 'status',
        subjectId: row.id,
        audience: audienceOf(status),
        payload: { statusId: row.id, authorId: status.account_id, threadId: status.thread_id },
      });
    });
    return row.id;
  }
}
