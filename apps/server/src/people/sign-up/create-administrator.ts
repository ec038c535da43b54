import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Invalid } from '../../platform/errors.js';
import { AccountNames } from '../accounts/account-names.js';
import { CreateAccount } from '../accounts/create-account.js';
import { isCommonPassword } from '../sign-in/common-passwords.js';
import { PasswordHasher } from '../sign-in/password-hasher.js';
import { CommonPassword } from '../sign-in/sign-in.errors.js';
import { parseEmail } from './email-address.js';
import { BadEmail } from './sign-up.errors.js';

export interface AdministratorInput {
  handle: string;
  display_name: string;
  email: string;
  password: string;
  language: 'en' | 'fr' | null;
}

class AddressTaken extends Invalid {
  constructor() {
    super('This address belongs to another account', { email: ['taken'] }, 'email.taken');
  }
}

/** Makes an administrator whose address needs no confirmation: who holds the machine vouches for it. */
@Injectable()
export class CreateAdministrator {
  constructor(
    private readonly names: AccountNames,
    private readonly createAccount: CreateAccount,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Checks first and hashes, so that the transaction given to the result is short. */
  async prepare(
    manager: EntityManager,
    input: AdministratorInput,
    via: 'setup' | 'command',
  ): Promise<(transaction: EntityManager) => Promise<string>> {
    const email = parseEmail(input.email);
    if (!email) throw new BadEmail();
    const handle = await this.names.handle(manager, input.handle, { staff: true });
    const displayName = await this.names.displayName(manager, input.display_name, { staff: true, accountId: null });
    if (isCommonPassword(input.password, [handle, displayName, email.address])) throw new CommonPassword();
    const hash = await this.hasher.hash(input.password);
    return async (transaction) => {
      const accountId = await this.createAccount.run(transaction, {
        handle,
        displayName,
        role: 'administrator',
        state: 'active',
        language: input.language,
        via,
      });
      const rows: unknown[] = await transaction.query(
        `insert into credential (account_id, email, password_hash, confirmed_at) values ($1, $2, $3, now())
         on conflict do nothing returning account_id`,
        [accountId, email.address, hash],
      );
      if (rows.length === 0) throw new AddressTaken();
      return accountId;
    };
  }
}
