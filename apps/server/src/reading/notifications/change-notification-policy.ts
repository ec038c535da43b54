import { Injectable } from '@nestjs/common';
import type { NotificationRules } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import type { PolicyPatch } from './notification.input.js';
import { STANDARD_RULES } from './notification-policy.reader.js';

const NAMES = Object.keys(STANDARD_RULES) as (keyof NotificationRules)[];

/** Changes what becomes of notifications from now on. What is kept apart already stays there until it is answered. */
@Injectable()
export class ChangeNotificationPolicy {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run({ accountId }: Viewer, patch: PolicyPatch): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('insert into notification_policy (account_id) values ($1) on conflict do nothing', [accountId]);
      const [now]: NotificationRules[] = await manager.query(
        `select ${NAMES.join(', ')} from notification_policy where account_id = $1 for update`,
        [accountId],
      );
      const before = now ?? STANDARD_RULES;
      const rules = Object.fromEntries(NAMES.map((name) => [name, patch[name] ?? before[name]]));
      if (NAMES.every((name) => rules[name] === before[name])) return;
      await manager.query(
        `update notification_policy set ${NAMES.map((name, index) => `${name} = $${index + 2}`).join(', ')} where account_id = $1`,
        [accountId, ...NAMES.map((name) => rules[name])],
      );
      await this.journal.append(manager, {
        type: 'notification_policy.changed',
        actorId: accountId,
        subjectType: 'account',
        subjectId: accountId,
        audience: { visibility: 'self', mentioned: [] },
        payload: { accountId, ...rules },
      });
    });
  }
}
