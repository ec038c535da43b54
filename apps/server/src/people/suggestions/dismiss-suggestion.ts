import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { canBeShown } from '../accounts/account.policy.js';
import { AccountReader } from '../accounts/account.reader.js';

/** Keeps somebody out of one's suggestions for good. It concerns nobody else, so the journal does not hear of it. */
@Injectable()
export class DismissSuggestion {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountReader,
  ) {}

  /** @throws NotFound when there is no such account */
  async run({ accountId }: Viewer, targetId: string): Promise<void> {
    const target = await this.accounts.byId(targetId);
    if (!target || !canBeShown(target)) throw new NotFound();
    await this.database.transaction(async (manager) => {
      await manager.query('insert into suggestion_dismissal (account_id, target_id) values ($1, $2) on conflict do nothing', [
        accountId,
        targetId,
      ]);
    });
  }
}
