import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { canBeShown } from './account.policy.js';
import { Administrators } from './administrators.js';

export type Restriction = 'disabled' | 'silenced' | 'sensitized';

const ENTRIES = {
  disabled: ['account.disabled', 'account.enabled'],
  silenced: ['account.silenced', 'account.unsilenced'],
  sensitized: ['account.sensitized', 'account.unsensitized'],
} as const satisfies Record<Restriction, readonly [string, string]>;

/** Sets or lifts what holds for an account short of suspension. Who may is for the caller to decide; doing it twice changes nothing. */
@Injectable()
export class RestrictAccount {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly endSessions: EndSessions,
    private readonly administrators: Administrators,
  ) {}

  async run(
    viewer: Viewer,
    accountId: string,
    restriction: Restriction,
    change: { holds: boolean; reason: string },
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      const account = await this.administrators.lock(manager, accountId);
      if (!account || !canBeShown(account)) throw new NotFound();
      if (restriction === 'disabled' && change.holds) await this.administrators.keepOne(manager, accountId);
      // The name of the column is one of three written above.
      const [changed]: [unknown[], number] = await manager.query(
        `update account set ${restriction} = $2, updated_at = now() where id = $1 and ${restriction} <> $2 returning id`,
        [accountId, change.holds],
      );
      if (changed.length === 0) return;
      await this.journal.append(manager, {
        type: ENTRIES[restriction][change.holds ? 0 : 1],
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: accountId,
        payload: { reason: change.reason },
      });
      if (restriction === 'disabled' && change.holds) await this.signOut(manager, viewer, accountId);
    });
  }

  private async signOut(manager: EntityManager, viewer: Viewer, accountId: string): Promise<void> {
    await this.endSessions.all(manager, accountId, { reason: 'disabled', actorId: viewer.accountId });
    await manager.query('delete from oauth_code where account_id = $1', [accountId]);
  }
}
