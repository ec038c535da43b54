import { Injectable } from '@nestjs/common';
import type { Token } from '@roost/contracts';
import { foldHandle, handleProblem } from '@roost/text';
import { Database } from '../../platform/database/database.js';
import { AccountNames } from '../accounts/account-names.js';
import { HandleTaken, LooksLikeStaff } from '../accounts/account.errors.js';
import { CreateAccount } from '../accounts/create-account.js';
import { TokenLedger } from '../apps/token-ledger.js';
import { PasswordHasher } from '../sign-in/password-hasher.js';
import { parseTestEmail } from './email-address.js';
import { type FieldProblem, type SignUpField, SignUpProblems } from './sign-up-problems.js';

export interface AppSignUp {
  username: string;
  email: string;
  password: string;
  agreement: boolean;
  locale: string;
  reason: string;
}

/** Mastodon's; the twelve of our own pages would refuse what its test suites sign up with. */
const PASSWORD = { least: 8, most: 256 };
const LONGEST_REASON = 1000;

const HANDLE_PROBLEMS = {
  too_short: 'ERR_TOO_SHORT',
  too_long: 'ERR_TOO_LONG',
  characters: 'ERR_INVALID',
  reserved: 'ERR_RESERVED',
} as const satisfies Record<NonNullable<ReturnType<typeof handleProblem>>, FieldProblem>;

/** Makes a confirmed person for a test suite, and the token to act for them. */
@Injectable()
export class SignUpByApp {
  constructor(
    private readonly database: Database,
    private readonly names: AccountNames,
    private readonly createAccount: CreateAccount,
    private readonly hasher: PasswordHasher,
    private readonly tokens: TokenLedger,
  ) {}

  async run(caller: { appId: string; scopes: readonly string[] }, input: AppSignUp): Promise<Token> {
    const problems = new Map<SignUpField, FieldProblem>();
    const note = (field: SignUpField, problem: FieldProblem | null): void => {
      if (problem !== null) problems.set(field, problem);
    };
    const email = parseTestEmail(input.email);
    note('username', await this.usernameProblem(input.username));
    note('email', await this.emailProblem(input.email, email));
    note('password', passwordProblem(input.password));
    note('agreement', input.agreement ? null : 'ERR_ACCEPTED');
    note('locale', /^([A-Za-z]{2,3}([-_][A-Za-z]{2,4})?)?$/.test(input.locale) ? null : 'ERR_INCLUSION');
    note('reason', input.reason.length > LONGEST_REASON ? 'ERR_TOO_LONG' : null);
    if (problems.size > 0 || email === null) throw new SignUpProblems(problems);
    const password = await this.hasher.hash(input.password);
    try {
      return await this.database.transaction(async (manager) => {
        const accountId = await this.createAccount.run(manager, {
          handle: foldHandle(input.username),
          displayName: '',
          role: 'member',
          state: 'active',
          language: input.locale.toLowerCase().startsWith('fr') ? 'fr' : 'en',
          via: 'test',
        });
        const rows: unknown[] = await manager.query(
          `insert into credential (account_id, email, password_hash, reason, confirmed_at) values ($1, $2, $3, $4, now())
           on conflict do nothing returning account_id`,
          [accountId, email, password, input.reason === '' ? null : input.reason],
        );
        if (rows.length === 0) throw new SignUpProblems(new Map([['email', 'ERR_TAKEN']]));
        return await this.tokens.issueBeside(manager, caller.appId, accountId, caller.scopes);
      });
    } catch (error) {
      // Somebody else was faster.
      throw error instanceof HandleTaken ? new SignUpProblems(new Map([['username', 'ERR_TAKEN']])) : error;
    }
  }

  private async usernameProblem(username: string): Promise<FieldProblem | null> {
    if (username.trim() === '') return 'ERR_BLANK';
    const problem = handleProblem(username);
    if (problem !== undefined) return HANDLE_PROBLEMS[problem];
    const { manager } = this.database.dataSource;
    const taken: unknown[] = await manager.query('select 1 as one from account where lower(handle) = $1', [foldHandle(username)]);
    if (taken.length > 0) return 'ERR_TAKEN';
    try {
      await this.names.handle(manager, username, { staff: false });
      return null;
    } catch (error) {
      if (error instanceof LooksLikeStaff) return 'ERR_RESERVED';
      throw error;
    }
  }

  private async emailProblem(written: string, email: string | null): Promise<FieldProblem | null> {
    if (written.trim() === '') return 'ERR_BLANK';
    if (email === null) return 'ERR_INVALID';
    const taken: unknown[] = await this.database.dataSource.query(
      'select 1 as one from credential where lower(email) = lower($1)',
      [email],
    );
    return taken.length > 0 ? 'ERR_TAKEN' : null;
  }
}

function passwordProblem(password: string): FieldProblem | null {
  if (password.trim() === '') return 'ERR_BLANK';
  if (password.length < PASSWORD.least) return 'ERR_TOO_SHORT';
  return password.length > PASSWORD.most ? 'ERR_TOO_LONG' : null;
}
