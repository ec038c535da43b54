import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { jobQueue } from '../../platform/jobs/job-queue.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { IDLE_HOURS } from '../sign-in/account-authenticator.js';

const SWEEP = jobQueue('people-sweep', z.object({}), { retries: 0, keep: 3600 });
const UNCONFIRMED_DAYS = 7;
const DEVICE_DAYS = 365;

/** Takes away what time has ended: sessions, links, devices, and accounts whose address nobody confirmed. */
@Injectable()
export class SweepPeople implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
    private readonly endSessions: EndSessions,
  ) {}

  onModuleInit(): void {
    this.jobs.every('*/5 * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.endSessions.expired(manager, IDLE_HOURS);
      await manager.query(`delete from mail_token where expires_at < now() - interval '1 day'`);
      await manager.query('delete from setup_token where expires_at < now()');
      await manager.query('delete from known_device where last_used_at < now() - make_interval(days => $1::int)', [DEVICE_DAYS]);
    });
    await this.forgetUnconfirmed();
  }

  /** Their handles become free again, and an invitation they used up can be used once more. */
  private async forgetUnconfirmed(): Promise<void> {
    await this.database.transaction(async (manager) => {
      const stale: { id: string; handle: string }[] = await manager.query(
        `select id, handle from account where state = 'unconfirmed' and created_at < now() - make_interval(days => $1::int)
         order by id limit 500 for update skip locked`,
        [UNCONFIRMED_DAYS],
      );
      if (stale.length === 0) return;
      const ids = stale.map(({ id }) => id);
      await manager.query('update invitation set used_at = null, used_by = null where used_by = any($1::bigint[])', [ids]);
      await manager.query('delete from account where id = any($1::bigint[])', [ids]);
      for (const { id, handle } of stale)
        await this.journal.append(manager, {
          type: 'account.forgotten',
          actorId: null,
          subjectType: 'account',
          subjectId: id,
          payload: { handle },
        });
    });
  }
}
