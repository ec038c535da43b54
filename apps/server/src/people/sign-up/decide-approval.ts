import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { preferencesOf } from '../accounts/preferences.js';
import { MAIL_QUEUE } from '../mails/mail-queue.js';

interface Waiting {
  handle: string;
  email: string;
  preferences: Record<string, unknown>;
}

/** Lets someone in who asked, or sends them away. Either way they get a mail. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  async accept(viewer: Viewer, accountId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.lock(manager, accountId);
      await manager.query(`update account set state = 'active', updated_at = now() where id = $1`, [accountId]);
      await this.journal.append(manager, {
        type: 'account.approved',
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: accountId,
      });
      await this.jobs.send(manager, MAIL_QUEUE, { kind: 'approved', accountId });
    });
  }

  /** The account goes, with everything that was entered for it; the record keeps that there was a request. */
  async refuse(viewer: Viewer, accountId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const waiting = await this.lock(manager, accountId);
      await manager.query('update invitation set used_by = null where used_by = $1', [accountId]);
      await manager.query('delete from account where id = $1', [accountId]);
      await this.journal.append(manager, {
        type: 'account.refused',
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: accountId,
        payload: { handle: waiting.handle },
      });
      await this.jobs.send(manager, MAIL_QUEUE, {
        kind: 'refused',
        email: waiting.email,
        language: preferencesOf(waiting.preferences).language ?? 'en',
      });
    });
  }

  private async lock(manager: EntityManager, accountId: string): Promise<Waiting> {
    const rows: Waiting[] = await manager.query(
      `select a.handle, c.email, a.preferences from account a join credential c on c.account_id = a.id
        where a.id = $1 and a.state = 'waiting' for update of a`,
      [accountId],
    );
    const waiting = rows[0];
    if (!waiting) throw new NotFound();
    return waiting;
  }
}
