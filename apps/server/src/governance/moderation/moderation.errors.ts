import { Invalid } from '../../platform/errors.js';

export class OwnAccountReported extends Invalid {
  constructor() {
    super('Validation failed: Account is your own', { account_id: ['is your own'] }, 'report.own_account');
  }
}

/** Mastodon deletes a suspended account with all it wrote. A company's record is not a moderator's to delete. */
export class AccountsAreKept extends Invalid {
  constructor() {
    super(
      'Accounts are not deleted here: what was said stays in the record. Suspend the account instead.',
      undefined,
      'account.kept',
    );
  }
}
