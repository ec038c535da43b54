import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';

/** Puts a conversation away for its owner; the others keep theirs. What is said in it afterwards begins it anew. */
@Injectable()
export class RemoveConversation {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound when there is none, or not of this account */
  async run({ accountId }: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const gone: unknown[] = await manager.query(
        'with gone as (delete from conversation where id = $1 and account_id = $2 and last_status_id is not null returning id) select id from gone',
        [id, accountId],
      );
      if (gone.length === 0) throw new NotFound();
      await this.journal.append(manager, {
        type: 'conversation.removed',
        actorId: accountId,
        subjectType: 'conversation',
        subjectId: id,
        audience: { visibility: 'self', mentioned: [] },
        payload: { conversationId: id, accountId },
      });
    });
  }
}
