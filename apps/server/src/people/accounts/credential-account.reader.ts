import { Injectable } from '@nestjs/common';
import type { CredentialAccount } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { AccountPresenter } from './account.presenter.js';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.row.js';

// Indexes: account_pkey, follow_request_target.
const LOAD = statement(
  'credential-account',
  `select ${ACCOUNT_COLUMNS}, (select count(*)::int from follow_request r where r.target_id = a.id) as follow_requests
     from account a where a.id = $1`,
);

/** A person's own account, with what only they see of it. */
@Injectable()
export class CredentialAccountReader {
  constructor(
    private readonly database: Database,
    private readonly presenter: AccountPresenter,
  ) {}

  async load(accountId: string): Promise<{ account: CredentialAccount; preferences: Record<string, unknown> }> {
    const row = await this.database.readOne<AccountRow & { follow_requests: number }>(LOAD, [accountId]);
    if (!row) throw new NotFound();
    return { account: this.presenter.presentCredential(row, row.follow_requests), preferences: row.preferences };
  }

  async account(accountId: string): Promise<CredentialAccount> {
    return (await this.load(accountId)).account;
  }
}
