import { Injectable } from '@nestjs/common';
import { canBeShown, canModerate } from '../../people/accounts/account.policy.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { RestrictAccount, type Restriction } from '../../people/accounts/restrict-account.js';
import { SuspendAccount } from '../../people/accounts/suspend-account.js';
import { UnsuspendAccount } from '../../people/accounts/unsuspend-account.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Forbidden, NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import type { ActionBody } from './admin-accounts.input.js';
import { DecideReport } from './decide-report.js';

const RESTRICTIONS = { disable: 'disabled', silence: 'silenced', sensitive: 'sensitized' } as const;

/** What a moderator does to an account. Nobody moderates themselves or who stands beside or above them. */
@Injectable()
export class ModerateAccount {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly accounts: AccountReader,
    private readonly restrictAccount: RestrictAccount,
    private readonly suspendAccount: SuspendAccount,
    private readonly unsuspendAccount: UnsuspendAccount,
    private readonly decideReport: DecideReport,
  ) {}

  /** The report that it answers, if one is named, is resolved by it. */
  async act(viewer: Viewer, accountId: string, action: ActionBody): Promise<void> {
    await this.mayModerate(viewer, accountId);
    if (action.report_id !== undefined) await this.decideReport.concerns(action.report_id, accountId);
    if (action.type === 'none') await this.note(viewer, accountId, action.text);
    else if (action.type === 'suspend') await this.suspendAccount.run(viewer, accountId, action.text);
    else await this.restrictAccount.run(viewer, accountId, RESTRICTIONS[action.type], { holds: true, reason: action.text });
    if (action.report_id !== undefined) await this.decideReport.resolve(viewer, action.report_id);
  }

  async lift(viewer: Viewer, accountId: string, what: Restriction | 'suspended'): Promise<void> {
    await this.mayModerate(viewer, accountId);
    if (what === 'suspended') await this.unsuspendAccount.run(viewer, accountId);
    else await this.restrictAccount.run(viewer, accountId, what, { holds: false, reason: '' });
  }

  private async mayModerate(viewer: Viewer, accountId: string): Promise<void> {
    const target = await this.accounts.byId(accountId);
    if (!target || !canBeShown(target)) throw new NotFound();
    if (!canModerate(viewer, target)) throw new Forbidden();
  }

  private async note(viewer: Viewer, accountId: string, reason: string): Promise<void> {
    await this.database.transaction((manager) =>
      this.journal.append(manager, {
        type: 'account.noted',
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: accountId,
        payload: { reason },
      }),
    );
  }
}
