import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type JournalConsumer, JournalConsumers } from '../../platform/journal/journal-consumers.js';
import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import { NotificationWriter } from './notification-writer.js';

const Ids = z.array(z.string());
const Published = z.object({ inReplyToId: z.string().nullable(), inReplyToAccountId: z.string().nullable(), mentions: Ids });
const Edited = z.object({ mentions: Ids, formerMentions: Ids });
const Reaction = z.object({ statusId: z.string(), authorId: z.string() });
const EndedPoll = z.object({ pollId: z.string(), statusId: z.string(), authorId: z.string() });
const Joined = z.object({ state: z.string() });
const Relation = z.object({ accountId: z.string(), targetId: z.string(), approved: z.boolean().optional() });

/** Hears the journal and tells people what concerns them. Entries come in order, each within the transaction that ticks it off. */
@Injectable()
export class NotifyOfJournal implements JournalConsumer {
  readonly name = 'notifications';

  constructor(
    consumers: JournalConsumers,
    private readonly writer: NotificationWriter,
  ) {
    consumers.register(this);
  }

  async consume(manager: EntityManager, entries: JournalEntry[]): Promise<void> {
    for (const entry of entries) await this.hear(manager, entry);
  }

  private async hear(manager: EntityManager, entry: JournalEntry): Promise<void> {
    switch (entry.type) {
      case 'status.published':
        return this.published(manager, entry);
      case 'status.edited':
        return this.edited(manager, entry);
      case 'status.deleted':
        return entry.subjectId === null ? undefined : this.writer.forgetStatus(manager, entry.subjectId);
      case 'status.boosted':
        return this.reacted(manager, entry, 'reblog');
      case 'status.favourited':
        return this.reacted(manager, entry, 'favourite');
      case 'poll.ended':
        return this.pollEnded(manager, entry);
      case 'report.filed':
        return this.reported(manager, entry);
      case 'account.created':
      case 'account.confirmed':
        return read(Joined, entry)?.state === 'active' ? this.joined(manager, entry) : undefined;
      case 'account.approved':
        return this.joined(manager, entry);
      case 'status.unboosted':
        return this.tookBack(manager, entry, 'reblog');
      case 'status.unfavourited':
        return this.tookBack(manager, entry, 'favourite');
      case 'account.followed':
      case 'account.follow_requested':
      case 'account.unfollowed':
      case 'account.follower_removed':
      case 'account.follow_request_withdrawn':
      case 'account.follow_request_accepted':
      case 'account.follow_request_rejected':
        return this.related(manager, entry);
      default:
        return;
    }
  }

  private async published(manager: EntityManager, entry: JournalEntry): Promise<void> {
    const { actorId, subjectId: statusId, seq: cause } = entry;
    if (actorId === null || statusId === null) return;
    const published = read(Published, entry);
    if (published === null) return;
    const { inReplyToId, inReplyToAccountId, mentions } = published;
    const addressed = [...new Set([...mentions, ...(inReplyToAccountId === null ? [] : [inReplyToAccountId])])];
    const news = { cause, actorId, statusId };
    await this.writer.tellOfStatus(manager, { ...news, type: 'mention', receivers: addressed, answeredId: inReplyToAccountId });
    // Whoever asked to hear of every post means posts, not answers to others.
    if (inReplyToId !== null && inReplyToAccountId !== actorId) return;
    const rows: { account_id: string }[] = await manager.query(
      'select f.account_id from follow f where f.target_id = $1 and f.notify and f.account_id <> all($2::bigint[])',
      [actorId, addressed],
    );
    await this.writer.tellOfStatus(manager, { ...news, type: 'status', receivers: rows.map((row) => row.account_id) });
  }

  private async edited(manager: EntityManager, entry: JournalEntry): Promise<void> {
    const { actorId, subjectId: statusId, seq: cause } = entry;
    if (actorId === null || statusId === null) return;
    const edited = read(Edited, entry);
    if (edited === null) return;
    const added = edited.mentions.filter((id) => !edited.formerMentions.includes(id));
    const news = { cause, actorId, statusId };
    await this.writer.tellOfStatus(manager, { ...news, type: 'mention', receivers: added });
    const boosters: { account_id: string }[] = await manager.query(
      'select b.account_id from status b where b.boost_of_id = $1 and b.deleted_at is null and b.account_id <> all($2::bigint[])',
      [statusId, added],
    );
    await this.writer.tellOfStatus(manager, { ...news, type: 'update', receivers: boosters.map((row) => row.account_id) });
  }

  private async reacted(manager: EntityManager, entry: JournalEntry, type: 'reblog' | 'favourite'): Promise<void> {
    const reaction = read(Reaction, entry);
    if (entry.actorId === null || reaction === null) return;
    const { statusId, authorId } = reaction;
    await this.writer.tellOfStatus(manager, { cause: entry.seq, actorId: entry.actorId, statusId, type, receivers: [authorId] });
  }

  private async tookBack(manager: EntityManager, entry: JournalEntry, type: 'reblog' | 'favourite'): Promise<void> {
    const reaction = read(Reaction, entry);
    if (entry.actorId === null || reaction === null) return;
    const { statusId, authorId } = reaction;
    await this.writer.withdraw(manager, { receiverId: authorId, actorId: entry.actorId, type, statusId });
  }

  /** The author and everybody who voted. Index: poll_ballot_pkey. */
  private async pollEnded(manager: EntityManager, entry: JournalEntry): Promise<void> {
    const ended = read(EndedPoll, entry);
    if (ended === null) return;
    const { pollId, statusId, authorId } = ended;
    const voters: { account_id: string }[] = await manager.query('select b.account_id from poll_ballot b where b.poll_id = $1', [
      pollId,
    ]);
    const receivers = [authorId, ...voters.map((row) => row.account_id)];
    await this.writer.tellOfStatus(manager, { cause: entry.seq, actorId: authorId, statusId, type: 'poll', receivers });
  }

  private async reported(manager: EntityManager, { seq: cause, actorId, subjectId: reportId }: JournalEntry): Promise<void> {
    if (actorId !== null && reportId !== null)
      await this.writer.tellModerators(manager, { cause, type: 'admin.report', actorId, reportId });
  }

  /** Somebody is in: who came by themselves, and who was let in. */
  private async joined(manager: EntityManager, { seq: cause, subjectId: actorId }: JournalEntry): Promise<void> {
    if (actorId !== null) await this.writer.tellModerators(manager, { cause, type: 'admin.sign_up', actorId, reportId: null });
  }

  private async related(manager: EntityManager, entry: JournalEntry): Promise<void> {
    const relation = read(Relation, entry);
    if (relation === null) return;
    const { accountId: actorId, targetId: receiverId, approved } = relation;
    const type = entry.type === 'account.follow_requested' ? 'follow_request' : 'follow';
    if (entry.type === 'account.followed' || entry.type === 'account.follow_requested') {
      // Whoever let somebody follow knows that they do.
      if (!approved) await this.writer.tellOfAccount(manager, { cause: entry.seq, actorId, receiverId, type });
      return;
    }
    const ended = entry.type === 'account.unfollowed' || entry.type === 'account.follower_removed' ? 'follow' : 'follow_request';
    await this.writer.withdraw(manager, { receiverId, actorId, type: ended });
  }
}

/** Null when the payload was erased: nobody is told of what must be forgotten, and the entries after it go on. */
function read<Payload>(schema: z.ZodType<Payload>, entry: JournalEntry): Payload | null {
  const result = schema.safeParse(entry.payload);
  return result.success ? result.data : null;
}
