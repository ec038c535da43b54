import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { hashSecret } from '../../platform/secrets.js';
import { MailLimits } from '../mails/mail-limits.js';
import { MAIL_QUEUE } from '../mails/mail-queue.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { parseEmail } from '../sign-up/email-address.js';
import { LinkEnded } from '../sign-up/sign-up.errors.js';
import { isCommonPassword } from './common-passwords.js';
import { PasswordHasher } from './password-hasher.js';
import { CommonPassword } from './sign-in.errors.js';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly limits: MailLimits,
    private readonly hasher: PasswordHasher,
    private readonly endSessions: EndSessions,
  ) {}

  /** The same work whether the address is known or not: a job finds out later, where nobody can time it. */
  async ask(written: string, language: 'en' | 'fr'): Promise<void> {
    const email = parseEmail(written);
    if (!email || !(await this.limits.allow(email.address))) return;
    await this.database.transaction((manager) =>
      this.jobs.send(manager, MAIL_QUEUE, { kind: 'reset', email: email.address, language }),
    );
  }

  /** Sets the password and ends everything that was signed in with the old one. @throws LinkEnded, CommonPassword */
  async redeem(token: string, password: string): Promise<void> {
    const tokenHash = hashSecret(token);
    const known = await this.ownerOf(tokenHash);
    if (!known) throw new LinkEnded();
    if (isCommonPassword(password, [known.handle, known.email])) throw new CommonPassword();
    const hash = await this.hasher.hash(password);
    await this.database.transaction(async (manager) => {
      const [used]: [{ account_id: string }[], number] = await manager.query(
        `update mail_token t set used_at = now() from credential c
          where t.token_hash = $1 and t.purpose = 'reset' and t.used_at is null and t.expires_at > now()
            and c.account_id = t.account_id and lower(c.email) = lower(t.email)
         returning t.account_id`,
        [tokenHash],
      );
      const accountId = used[0]?.account_id;
      if (accountId === undefined) throw new LinkEnded();
      await manager.query('update credential set password_hash = $2, new_email = null where account_id = $1', [accountId, hash]);
      await manager.query('delete from mail_token where account_id = $1', [accountId]);
      await manager.query('delete from known_device where account_id = $1', [accountId]);
      await this.journal.append(manager, {
        type: 'account.password_changed',
        actorId: accountId,
        subjectType: 'account',
        subjectId: accountId,
        payload: { by: 'mail' },
      });
      await this.endSessions.all(manager, accountId, { reason: 'password_changed', actorId: accountId });
      await this.jobs.send(manager, MAIL_QUEUE, { kind: 'password-changed', accountId });
    });
  }

  private async ownerOf(tokenHash: Buffer): Promise<{ handle: string; email: string } | null> {
    const rows: { handle: string; email: string }[] = await this.database.dataSource.query(
      `select a.handle, t.email from mail_token t join account a on a.id = t.account_id
        where t.token_hash = $1 and t.purpose = 'reset' and t.used_at is null and t.expires_at > now()`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }
}
