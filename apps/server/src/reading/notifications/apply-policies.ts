import { Injectable } from '@nestjs/common';
import type { NotificationRules, NotificationType } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { STANDARD_RULES } from './notification-policy.reader.js';
import { FOLLOWER_DAYS, fateOf, isRuled, NEWCOMER_DAYS, type SenderFacts } from './notification.policy.js';

/** Something that receivers may hear of. */
export interface News {
  type: NotificationType;
  actorId: string;
  statusId: string | null;
}

export interface Sorted {
  receivers: string[];
  /** Those of them for whom it is kept apart. */
  apart: string[];
}

type RulesRow = NotificationRules & { account_id: string };

// Held until the notification is written, so that letting somebody in meanwhile cannot leave one of theirs behind.
const RULES = `select account_id, for_not_following, for_not_followers, for_new_accounts, for_private_mentions, for_limited_accounts
    from notification_policy where account_id = any($1::bigint[]) order by account_id for share`;

// Indexes: follow_pair, notification_permission_pkey, status_thread, status_mention_pkey.
const FACTS = `
  select r.id as account_id,
         exists (select 1 from follow f where f.account_id = r.id and f.target_id = a.id) as followed,
         exists (select 1 from follow f where f.account_id = a.id and f.target_id = r.id and f.created_at <= now() - interval '${FOLLOWER_DAYS} days') as follower,
         a.created_at > now() - interval '${NEWCOMER_DAYS} days' as newcomer,
         a.silenced as limited,
         a.kind = 'official' or (a.role <> 'member' and r.role = 'member') or (a.role = 'administrator' and r.role = 'moderator') as staff,
         exists (select 1 from notification_permission p where p.account_id = r.id and p.from_account_id = a.id) as permitted,
         coalesce(s.visibility = 'direct' and not exists (
           select 1 from status said join status_mention m on m.status_id = said.id and m.account_id = a.id
            where said.thread_id = s.thread_id and said.id < s.id and said.account_id = r.id and said.visibility = 'direct'), false) as "unaskedDirect"
    from account r join account a on a.id = $2 left join status s on s.id = $3
   where r.id = any($1::bigint[])`;

/** Asks the policies of the receivers what becomes of something somebody did. */
@Injectable()
export class ApplyPolicies {
  async run(manager: EntityManager, news: News, receivers: readonly string[]): Promise<Sorted> {
    const all: Sorted = { receivers: [...receivers], apart: [] };
    if (receivers.length === 0 || !isRuled(news.type)) return all;
    const rows: RulesRow[] = await manager.query(RULES, [receivers]);
    const [actor]: { silenced: boolean }[] = await manager.query('select silenced from account where id = $1', [news.actorId]);
    // Who never chose has nothing to ask about, except when moderators silenced the sender.
    const asked = actor?.silenced === true ? receivers.map((account_id) => ({ account_id, ...STANDARD_RULES })) : [];
    if (asked.length + rows.length === 0) return all;
    const rules = new Map([...asked, ...rows].map((row) => [row.account_id, row]));
    const facts: (SenderFacts & { account_id: string })[] = await manager.query(FACTS, [
      [...rules.keys()],
      news.actorId,
      news.statusId,
    ]);
    const fates = new Map(
      facts.map((sender) => {
        const own = rules.get(sender.account_id);
        return [sender.account_id, own ? fateOf(news.type, own, sender) : 'shown'] as const;
      }),
    );
    return {
      receivers: receivers.filter((id) => fates.get(id) !== 'dropped'),
      apart: receivers.filter((id) => fates.get(id) === 'kept apart'),
    };
  }
}
