import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { Administrators } from './administrators.js';

/** Puts an account out of action at once: sessions, tokens and live connections end. What it wrote stays. */
@Injectable()
export class SuspendAccount {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly endSessions: EndSessions,
    private readonly administrators: Administrators,
  ) {}

  async run(viewer: Viewer, accountId: string, reason: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const account = await this.administrators.lock(manager, accountId);
      if (!account || (account.state !== 'active' && account.state !== 'suspended')) throw new NotFound();
      if (account.state === 'suspended') return;
      await this.administrators.keepOne(manager, accountId);
      await manager.query(`update account set state = 'suspended', updated_at = now() where id = $1`, [accountId]);
      await this.journal.append(manager, {
        type: 'account.suspended',
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: accountId,
        payload: { reason },
      });
      await this.cutOff(manager, viewer, accountId);
    });
  }

  private async cutOff(manager: EntityManager, viewer: Viewer, accountId: string): Promise<void> {
    await this.endSessions.all(manager, accountId, { reason: 'suspended', actorId: viewer.accountId });
    await manager.query('delete from oauth_code where account_id = $1', [accountId]);
    await manager.query('delete from mail_token where account_id = $1', [accountId]);
    await manager.query('delete from known_device where account_id = $1', [accountId]);
  }
}
