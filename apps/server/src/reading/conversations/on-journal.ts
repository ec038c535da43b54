import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Journal } from '../../platform/journal/journal.js';
import { type JournalConsumer, JournalConsumers } from '../../platform/journal/journal-consumers.js';
import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import { type ChangedConversation, ConversationKeeper } from './conversation-keeper.js';

const Ids = z.array(z.string());
const Said = z.object({ visibility: z.literal('direct'), threadId: z.string(), mentions: Ids, formerMentions: Ids.optional() });
const Pair = z.object({ accountId: z.string(), targetId: z.string() });

/** Hears of direct posts and keeps the conversations they belong to. Hearing an entry again changes nothing. */
@Injectable()
export class KeepConversations implements JournalConsumer {
  readonly name = 'conversations';

  constructor(
    consumers: JournalConsumers,
    private readonly keeper: ConversationKeeper,
    private readonly journal: Journal,
  ) {
    consumers.register(this);
  }

  async consume(manager: EntityManager, entries: JournalEntry[]): Promise<void> {
    for (const entry of entries) await this.hear(manager, entry);
  }

  private async hear(manager: EntityManager, entry: JournalEntry): Promise<void> {
    switch (entry.type) {
      case 'status.published':
      case 'status.edited':
      case 'status.deleted':
        return this.said(manager, entry);
      case 'account.blocked':
      case 'account.unblocked': {
        const { success, data } = Pair.safeParse(entry.payload);
        return success ? this.keeper.recountPair(manager, data.accountId, data.targetId) : undefined;
      }
      case 'account.suspended':
      case 'account.unsuspended':
        return entry.subjectId === null ? undefined : this.keeper.recountPerson(manager, entry.subjectId);
      default:
        return;
    }
  }

  private async said(manager: EntityManager, entry: JournalEntry): Promise<void> {
    const { success, data } = Said.safeParse(entry.payload);
    if (!success || entry.subjectId === null) return;
    // Other words between the same people begin nothing: who put the conversation away has put it away.
    if (entry.type === 'status.edited' && isSame(data.mentions, data.formerMentions ?? [])) return;
    const fresh = entry.type === 'status.deleted' ? [] : await this.keeper.takeIn(manager, entry.subjectId);
    const moved = entry.type === 'status.published' ? [] : await this.keeper.recountThread(manager, data.threadId);
    await this.announce(manager, [...new Map([...fresh, ...moved].map((changed) => [changed.id, changed])).values()]);
  }

  /** Whoever streams hears of it there. What has nothing left to show is told by the deletion of its posts. */
  private async announce(manager: EntityManager, changed: readonly ChangedConversation[]): Promise<void> {
    for (const { id, account_id, last_status_id } of changed) {
      if (last_status_id === null) continue;
      await this.journal.append(manager, {
        type: 'conversation.updated',
        actorId: null,
        subjectType: 'conversation',
        subjectId: id,
        audience: { visibility: 'direct', mentioned: [account_id] },
        payload: { conversationId: id, accountId: account_id, lastStatusId: last_status_id },
      });
    }
  }
}

function isSame(now: readonly string[], former: readonly string[]): boolean {
  return now.length === former.length && now.every((id) => former.includes(id));
}
