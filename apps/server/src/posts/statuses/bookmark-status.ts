import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { lockStatus, ONLY_THE_ACTOR } from './lock-status.js';
import { StatusReader } from './status.reader.js';

@Injectable()
export class BookmarkStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
  ) {}

  /** @returns the id of the status saved. @throws NotFound */
  async run(viewer: Viewer, input: { id: string }): Promise<string> {
    const { row } = await this.reader.seen(viewer.accountId, input.id);
    await this.database.transaction(async (manager) => {
      const status = await lockStatus(manager, row.id);
      const changed: unknown[] = await manager.query(
        'insert into bookmark (account_id, status_id) values ($1, $2) on conflict (account_id, status_id) do nothing returning id',
        [viewer.accountId, row.id],
      );
      if (changed.length === 0) return;
      await this.journal.append(manager, {
        type: 'status.bookmarked',
        actorId: viewer.accountId,
        subjectType: 'status',
        subjectId: row.id,
        audience: ONLY_THE_ACTOR,
        payload: { statusId: row.id, authorId: status.account_id },
      });
    });
    return row.id;
  }
}
