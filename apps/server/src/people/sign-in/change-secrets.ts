import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { MAIL_QUEUE } from '../mails/mail-queue.js';
import { EndSessions } from '../sessions/end-sessions.js';
import type { Device } from '../sessions/start-session.js';
import { SiteSettingsReader } from '../settings/site-settings.js';
import { BadEmail, EmailNotAllowed } from '../sign-up/sign-up.errors.js';
import { parseEmail } from '../sign-up/email-address.js';
import { isOfAllowedDomain } from '../sign-up/door.policy.js';
import { isCommonPassword } from './common-passwords.js';
import { PasswordCheck } from './password-check.js';
import { PasswordHasher } from './password-hasher.js';
import { CommonPassword } from './sign-in.errors.js';

export interface NewSecrets {
  current_password: string;
  email?: string | undefined;
  password?: string | undefined;
}

/** Changes what a person signs in with. A new address counts once the mail sent to it was answered. */
@Injectable()
export class ChangeSecrets {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly check: PasswordCheck,
    private readonly hasher: PasswordHasher,
    private readonly endSessions: EndSessions,
    private readonly settings: SiteSettingsReader,
  ) {}

  async run(viewer: Viewer, input: NewSecrets, device: Device): Promise<void> {
    await this.check.run(viewer, input.current_password, device);
    const email = input.email === undefined ? null : await this.readEmail(input.email);
    if (input.password !== undefined && isCommonPassword(input.password, [viewer.handle, email ?? '']))
      throw new CommonPassword();
    const hash = input.password === undefined ? null : await this.hasher.hash(input.password);
    await this.database.transaction(async (manager) => {
      if (hash !== null) await this.setPassword(manager, viewer, hash);
      if (email !== null) {
        await manager.query('update credential set new_email = $2 where account_id = $1', [viewer.accountId, email]);
        await this.jobs.send(manager, MAIL_QUEUE, { kind: 'change-address', accountId: viewer.accountId });
      }
    });
  }

  private async setPassword(manager: EntityManager, viewer: Viewer, hash: string): Promise<void> {
    await manager.query('update credential set password_hash = $2 where account_id = $1', [viewer.accountId, hash]);
    await manager.query(`delete from mail_token where account_id = $1 and purpose = 'reset'`, [viewer.accountId]);
    await this.journal.append(manager, {
      type: 'account.password_changed',
      actorId: viewer.accountId,
      subjectType: 'account',
      subjectId: viewer.accountId,
    });
    await this.endSessions.all(manager, viewer.accountId, {
      reason: 'password_changed',
      actorId: viewer.accountId,
      except: viewer.credentialId,
    });
    await this.jobs.send(manager, MAIL_QUEUE, { kind: 'password-changed', accountId: viewer.accountId });
  }

  private async readEmail(written: string): Promise<string> {
    const email = parseEmail(written);
    if (!email) throw new BadEmail();
    const site = await this.settings.read();
    if (site.registration === 'domains' && !isOfAllowedDomain(site, email)) throw new EmailNotAllowed();
    return email.address;
  }
}
