import { Injectable } from '@nestjs/common';
import type { NotificationPolicy, NotificationRules } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { STANDS } from './notification.sql.js';

/** More than this is "many": apps show it with a plus. */
const MANY = 100;

/** Until somebody chooses: everything is shown, but for what is by those whom moderators silenced. */
export const STANDARD_RULES: NotificationRules = {
  for_not_following: 'accept',
  for_not_followers: 'accept',
  for_new_accounts: 'accept',
  for_private_mentions: 'accept',
  for_limited_accounts: 'filter',
};

// Index: notification_policy_pkey.
const RULES = statement(
  'notification-policy',
  `select for_not_following, for_not_followers, for_new_accounts, for_private_mentions, for_limited_accounts
     from notification_policy where account_id = $1`,
);

// Index: notification_kept_apart.
const PENDING = statement(
  'notifications-kept-apart',
  `select count(distinct apart.from_account_id)::int as pending_requests_count, count(*)::int as pending_notifications_count
     from (select n.from_account_id from notification n
            where n.account_id = $1 and n.filtered and ${STANDS}
              and exists (select 1 from notification_request r where r.account_id = n.account_id and r.from_account_id = n.from_account_id)
            limit ${MANY}) apart`,
);

/** What somebody wants to become of notifications, and how much waits apart. */
@Injectable()
export class NotificationPolicyReader {
  constructor(private readonly database: Database) {}

  async read(accountId: string): Promise<NotificationPolicy> {
    const [rules, summary] = await Promise.all([
      this.database.readOne<NotificationRules>(RULES, [accountId]),
      this.database.readOne<NotificationPolicy['summary']>(PENDING, [accountId]),
    ]);
    return {
      ...(rules ?? STANDARD_RULES),
      summary: summary ?? { pending_requests_count: 0, pending_notifications_count: 0 },
    };
  }
}
