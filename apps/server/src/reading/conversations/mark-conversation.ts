import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';

/** Says of a conversation that it was read, or that it waits to be read again. */
@Injectable()
export class MarkConversation {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound when there is none, or not of this account */
  async run({ accountId }: Viewer, id: string, as: 'read' | 'unread'): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [known]: { unread: boolean }[] = await manager.query(
        `select last_status_id > read_id as unread from conversation
          where id = $1 and account_id = $2 and last_status_id is not null for no key update`,
        [id, accountId],
      );
      if (!known) throw new NotFound();
      if (known.unread === (as === 'unread')) return;
      await manager.query('update conversation set read_id = last_status_id - $2::int where id = $1', [
        id,
        as === 'read' ? 0 : 1,
      ]);
      await this.journal.append(manager, {
        type: `conversation.${as}`,
        actorId: accountId,
        subjectType: 'conversation',
        subjectId: id,
        audience: { visibility: 'self', mentioned: [] },
        payload: { conversationId: id, accountId },
      });
    });
  }
}
