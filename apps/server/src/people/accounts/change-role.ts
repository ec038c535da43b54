import { Injectable } from '@nestjs/common';
import type { Role } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { Administrators } from './administrators.js';

@Injectable()
export class ChangeRole {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly administrators: Administrators,
  ) {}

  async run(viewer: Viewer, accountId: string, role: Role): Promise<void> {
    await this.database.transaction(async (manager) => {
      const account = await this.administrators.lock(manager, accountId);
      if (!account || account.state !== 'active') throw new NotFound();
      if (account.role === role) return;
      await this.administrators.keepOne(manager, accountId);
      await manager.query('update account set role = $2, updated_at = now() where id = $1', [accountId, role]);
      await this.journal.append(manager, {
        type: 'account.role_changed',
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: accountId,
        payload: { before: account.role, after: role },
      });
    });
  }
}
