import { Injectable } from '@nestjs/common';
import type { SetUpInput } from '@roost/contracts';
import { Database } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/secrets.js';
import { type Device, type NewSession, StartSession } from '../sessions/start-session.js';
import { CreateAdministrator } from './create-administrator.js';
import { SetUpLink } from './set-up-link.js';
import { AlreadySetUp, SetUpLinkEnded } from './sign-up.errors.js';

/** Any number that no other advisory lock uses: of two set-ups at once one waits and then finds the other done. */
const SET_UP_LOCK = 72_617_103;

/** Makes the first administrator of a new Roost and signs them in. */
@Injectable()
export class SetUp {
  constructor(
    private readonly database: Database,
    private readonly link: SetUpLink,
    private readonly createAdministrator: CreateAdministrator,
    private readonly startSession: StartSession,
  ) {}

  async run(input: SetUpInput, device: Device): Promise<{ accountId: string; session: NewSession }> {
    if (!(await this.link.isOpen())) throw new AlreadySetUp();
    // Looked at before the password is hashed, so that guessing costs us nothing; the delete below decides.
    const known: unknown[] = await this.database.dataSource.query(
      'select 1 as one from setup_token where token_hash = $1 and expires_at > now()',
      [hashSecret(input.token)],
    );
    if (known.length === 0) throw new SetUpLinkEnded();
    const create = await this.createAdministrator.prepare(this.database.dataSource.manager, input, 'setup');
    return this.database.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
      if (!(await this.link.use(manager, input.token))) throw new SetUpLinkEnded();
      const others: unknown[] = await manager.query(`select 1 as one from account where role = 'administrator' limit 1`);
      if (others.length > 0) throw new AlreadySetUp();
      const accountId = await create(manager);
      return { accountId, session: await this.startSession.run(manager, accountId, device, { remember: false }) };
    });
  }
}
