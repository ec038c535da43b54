import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { Administrators } from './administrators.js';

/** Lets the person sign in again. Nothing that the suspension ended comes back by itself. */
@Injectable()
export class UnsuspendAccount {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly administrators: Administrators,
  ) {}

  async run(viewer: Viewer, accountId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const account = await this.administrators.lock(manager, accountId);
      if (!account || (account.state !== 'active' && account.state !== 'suspended')) throw new NotFound();
      if (account.state === 'active') return;
      await manager.query(`update account set state = 'active', updated_at = now() where id = $1`, [accountId]);
      await this.journal.append(manager, {
        type: 'account.unsuspended',
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: accountId,
      });
    });
  }
}
