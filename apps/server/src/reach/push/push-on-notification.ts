import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Jobs } from '../../platform/jobs/jobs.js';
import { type JournalConsumer, JournalConsumers } from '../../platform/journal/journal-consumers.js';
import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import { PUSH_QUEUE } from './push-queue.js';

// Apps that want to hear of these notifications. Indexes: notification_pkey, push_subscription_account, follow_pair.
const WHO_TO_CALL = `
  select s.id as "subscriptionId", n.id as "notificationId"
    from notification n join push_subscription s on s.account_id = n.account_id join oauth_token t on t.id = s.token_id
   where n.id = any($1::bigint[]) and t.revoked_at is null and n.type = any(s.alerts)
     and case s.policy
           when 'all' then true
           when 'followed' then exists (select 1 from follow f where f.account_id = n.account_id and f.target_id = n.from_account_id)
           when 'follower' then exists (select 1 from follow f where f.account_id = n.from_account_id and f.target_id = n.account_id)
           else false
         end
   order by n.id, s.id`;

/** Hears of new notifications and orders a message for every app that wants one; forgets apps whose token ended. */
@Injectable()
export class PushOnNotification implements JournalConsumer {
  readonly name = 'web-push';

  constructor(
    consumers: JournalConsumers,
    private readonly jobs: Jobs,
  ) {
    consumers.register(this);
  }

  async consume(manager: EntityManager, entries: JournalEntry[]): Promise<void> {
    const named = (type: JournalEntry['type']): string[] =>
      entries.flatMap((entry) => (entry.type === type && entry.subjectId !== null ? [entry.subjectId] : []));
    const ended = named('token.revoked');
    if (ended.length > 0) await manager.query('delete from push_subscription where token_id = any($1::bigint[])', [ended]);
    const told = named('notification.created');
    if (told.length === 0) return;
    const calls: { subscriptionId: number; notificationId: string }[] = await manager.query(WHO_TO_CALL, [told]);
    for (const call of calls) await this.jobs.send(manager, PUSH_QUEUE, call);
  }
}
