import { Injectable } from '@nestjs/common';
import type { SignUpAnswer, SignUpInput, SiteSettings } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { HandleTaken } from '../accounts/account.errors.js';
import { AccountNames } from '../accounts/account-names.js';
import { CreateAccount } from '../accounts/create-account.js';
import { Invitations } from '../invitations/invitations.js';
import { MailLimits } from '../mails/mail-limits.js';
import { MAIL_QUEUE } from '../mails/mail-queue.js';
import { SiteSettingsReader } from '../settings/site-settings.js';
import { isCommonPassword } from '../sign-in/common-passwords.js';
import { PasswordHasher } from '../sign-in/password-hasher.js';
import { CommonPassword } from '../sign-in/sign-in.errors.js';
import { door } from './door.policy.js';
import { type EmailAddress, parseEmail } from './email-address.js';
import { BadEmail, EmailNotAllowed, InvitationEnded, InvitationNeeded, SignUpClosed } from './sign-up.errors.js';

/**
 * Makes an account that waits for its address to be confirmed.
 *
 * Nobody learns whether an address has an account: with a taken one the same rows are written, except that they get no credential, and the
 * owner of the address gets a mail instead. Such an account holds its handle like any other unconfirmed one, or the handle would tell.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly site: SiteSettingsReader,
    private readonly names: AccountNames,
    private readonly createAccount: CreateAccount,
    private readonly hasher: PasswordHasher,
    private readonly invitations: Invitations,
    private readonly mailLimits: MailLimits,
  ) {}

  async run(input: SignUpInput): Promise<SignUpAnswer> {
    const site = await this.site.read();
    const email = parseEmail(input.email);
    if (!email) throw new BadEmail();
    const invitation = input.invitation === undefined ? null : await this.invitations.findOpen(input.invitation, email.address);
    if (input.invitation !== undefined && invitation === null) throw new InvitationEnded();
    admit(site, email, invitation !== null);
    const { manager } = this.database.dataSource;
    const handle = await this.names.handle(manager, input.handle, { staff: false });
    const displayName = await this.names.displayName(manager, input.display_name, { staff: false, accountId: null });
    if (isCommonPassword(input.password, [handle, displayName, email.address])) throw new CommonPassword();
    await this.refuseTaken(manager, handle);
    const hash = await this.hasher.hash(input.password);
    const mail = await this.mailLimits.allow(email.address);
    await this.database.transaction(async (transaction) => {
      const accountId = await this.createAccount.run(transaction, {
        handle,
        displayName,
        role: 'member',
        state: 'unconfirmed',
        language: input.language,
        via: invitation ? 'invitation' : site.registration,
      });
      if (invitation && !(await this.invitations.use(transaction, invitation, accountId))) throw new InvitationEnded();
      const owned = await this.storeCredential(transaction, accountId, email.address, hash, input.reason);
      if (mail)
        await this.jobs.send(
          transaction,
          MAIL_QUEUE,
          owned ? { kind: 'confirm', accountId } : { kind: 'address-taken', email: email.address, language: input.language },
        );
    });
    return { next: 'confirm' };
  }

  /**
   * The newest sign-up with an address wins until one is confirmed: who confirms must be who chose the password.
   * @returns false when the address is taken
   */
  private async storeCredential(
    manager: EntityManager,
    accountId: string,
    email: string,
    hash: string,
    reason: string | undefined,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `insert into credential (account_id, email, password_hash, reason) values ($1, $2, $3, $4)
       on conflict (lower(email)) do update
         set account_id = excluded.account_id, password_hash = excluded.password_hash, reason = excluded.reason, created_at = now()
         where credential.confirmed_at is null
       returning account_id`,
      [accountId, email, hash, reason ?? null],
    );
    return rows.length > 0;
  }

  /** Handles are public, so this may be said at once; the unique index decides in the end. */
  private async refuseTaken(manager: EntityManager, handle: string): Promise<void> {
    const rows: unknown[] = await manager.query('select 1 as one from account where lower(handle) = $1', [handle]);
    if (rows.length > 0) throw new HandleTaken();
  }
}

function admit(site: SiteSettings, email: EmailAddress, invited: boolean): void {
  switch (door(site, email, invited)) {
    case 'closed':
      throw new SignUpClosed();
    case 'invitation-needed':
      throw new InvitationNeeded();
    case 'not-allowed':
      throw new EmailNotAllowed();
    case 'enter':
    case 'wait':
      return;
  }
}
