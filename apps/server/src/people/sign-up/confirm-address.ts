import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { hashSecret } from '../../platform/secrets.js';
import type { AccountState } from '../accounts/account.row.js';
import { MailLimits } from '../mails/mail-limits.js';
import { MAIL_QUEUE } from '../mails/mail-queue.js';
import { SiteSettingsReader } from '../settings/site-settings.js';
import { door } from './door.policy.js';
import { parseEmail } from './email-address.js';
import { LinkEnded } from './sign-up.errors.js';

interface Claimed {
  account_id: string;
  /** The address the link was sent to. */
  email: string;
  /** The address the account signs in with now. */
  current: string;
  new_email: string | null;
  confirmed: boolean;
  state: AccountState;
  invited: boolean;
}

/** Answers the link of a confirmation mail: for a new account, or for a new address of an old one. */
@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly site: SiteSettingsReader,
    private readonly limits: MailLimits,
  ) {}

  /** Sends the mail again. The same work and answer whether there is something to confirm or not. */
  async again(written: string, language: 'en' | 'fr'): Promise<void> {
    const email = parseEmail(written);
    if (!email || !(await this.limits.allow(email.address))) return;
    await this.database.transaction((manager) =>
      this.jobs.send(manager, MAIL_QUEUE, { kind: 'confirm-again', email: email.address, language }),
    );
  }

  /** @throws LinkEnded */
  async redeem(token: string): Promise<'sign-in' | 'approval'> {
    return this.database.transaction(async (manager) => {
      const claimed = await this.claim(manager, token);
      if (claimed && !claimed.confirmed && claimed.email.toLowerCase() === claimed.current.toLowerCase())
        return this.admit(manager, claimed);
      if (claimed?.new_email?.toLowerCase() === claimed?.email.toLowerCase() && claimed?.confirmed) {
        await this.moveAddress(manager, claimed);
        return 'sign-in';
      }
      throw new LinkEnded();
    });
  }

  private async claim(manager: EntityManager, token: string): Promise<Claimed | undefined> {
    const [rows]: [Claimed[], number] = await manager.query(
      `update mail_token t set used_at = now() from credential c join account a on a.id = c.account_id
        where t.token_hash = $1 and t.purpose = 'confirm' and t.used_at is null and t.expires_at > now() and c.account_id = t.account_id
       returning t.account_id, t.email, c.email as current, c.new_email, c.confirmed_at is not null as confirmed, a.state,
                 exists (select from invitation i where i.used_by = t.account_id) as invited`,
      [hashSecret(token)],
    );
    return rows[0];
  }

  /** The door is asked again: what counts is the administrator's choice now, not when the form was sent. */
  private async admit(manager: EntityManager, claimed: Claimed): Promise<'sign-in' | 'approval'> {
    const email = parseEmail(claimed.email);
    const enters = email !== null && door(await this.site.read(), email, claimed.invited) === 'enter';
    await manager.query('update credential set confirmed_at = now() where account_id = $1', [claimed.account_id]);
    if (claimed.state === 'unconfirmed')
      await manager.query('update account set state = $2, updated_at = now() where id = $1', [
        claimed.account_id,
        enters ? 'active' : 'waiting',
      ]);
    await this.journal.append(manager, {
      type: 'account.confirmed',
      actorId: claimed.account_id,
      subjectType: 'account',
      subjectId: claimed.account_id,
      payload: { state: enters ? 'active' : 'waiting' },
    });
    if (!enters) await this.jobs.send(manager, MAIL_QUEUE, { kind: 'someone-waits', accountId: claimed.account_id });
    return enters ? 'sign-in' : 'approval';
  }

  private async moveAddress(manager: EntityManager, claimed: Claimed): Promise<void> {
    // An address that only waits for a confirmation belongs to nobody yet; a confirmed one stays with its owner.
    await manager.query('delete from credential where lower(email) = lower($1) and confirmed_at is null', [claimed.email]);
    const [moved]: [unknown[], number] = await manager.query(
      `update credential set email = $2, new_email = null where account_id = $1
          and not exists (select from credential o where lower(o.email) = lower($2) and o.account_id <> $1)
       returning account_id`,
      [claimed.account_id, claimed.email],
    );
    if (moved.length === 0) throw new LinkEnded();
    await this.journal.append(manager, {
      type: 'account.email_changed',
      actorId: claimed.account_id,
      subjectType: 'account',
      subjectId: claimed.account_id,
    });
    await this.jobs.send(manager, MAIL_QUEUE, {
      kind: 'address-changed',
      accountId: claimed.account_id,
      oldEmail: claimed.current,
    });
  }
}
