import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { ONLY_THE_ACTOR } from './lock-status.js';
import { StatusReader } from './status.reader.js';

/** A muted thread stays readable and sends its reader no more notifications. */
@Injectable()
export class MuteThread {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
  ) {}

  /** @param input any status of the thread. @returns the id of that status. @throws NotFound */
  async run(viewer: Viewer, input: { id: string }): Promise<string> {
    const { row } = await this.reader.seen(viewer.accountId, input.id);
    await this.database.transaction(async (manager) => {
      const changed: unknown[] = await manager.query(
        'insert into thread_mute (account_id, thread_id) values ($1, $2) on conflict do nothing returning thread_id',
        [viewer.accountId, row.thread_id],
      );
      if (changed.length === 0) return;
      await this.journal.append(manager, {
        type: 'thread.muted',
        actorId: viewer.accountId,
        subjectType: 'thread',
        subjectId: row.thread_id,
        audience: ONLY_THE_ACTOR,
        payload: { threadId: row.thread_id, statusId: row.id },
      });
    });
    return row.id;
  }
}
