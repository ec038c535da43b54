import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Database, statement } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { preferencesOf } from '../accounts/preferences.js';
import { SiteSettingsReader } from '../settings/site-settings.js';
import { MailLinks } from './mail-links.js';
import { MAIL_QUEUE, type MailJob } from './mail-queue.js';
import { MAIL_TEXTS, type MailFacts, type MailName } from './mail-texts.js';

interface Recipient {
  id: string;
  handle: string;
  display_name: string;
  state: string;
  preferences: Record<string, unknown>;
  email: string;
  new_email: string | null;
  confirmed: boolean;
}

const COLUMNS = `a.id, a.handle, a.display_name, a.state, a.preferences, c.email, c.new_email, c.confirmed_at is not null as confirmed
     from account a join credential c on c.account_id = a.id`;
const BY_ID = statement('mail-recipient', `select ${COLUMNS} where a.id = $1`);
const BY_EMAIL = statement('mail-recipient-by-address', `select ${COLUMNS} where lower(c.email) = lower($1)`);
const ADMINISTRATORS = statement(
  'mail-administrators',
  `select ${COLUMNS} where a.role = 'administrator' and a.state = 'active'`,
);

/** Writes and sends the mails that the people rooms ask for. Runs in jobs, where waiting and failing hurt nobody. */
@Injectable()
export class SendMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly links: MailLinks,
    private readonly site: SiteSettingsReader,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(MAIL_QUEUE, (job) => this.run(job));
  }

  async run(job: MailJob): Promise<void> {
    switch (job.kind) {
      case 'confirm':
        return this.confirm(await this.byId(job.accountId));
      case 'confirm-again':
        return this.confirm(await this.byEmail(job.email));
      case 'address-taken':
        return this.toOwner(await this.byEmail(job.email), 'taken');
      case 'change-address':
        return this.changeAddress(await this.byId(job.accountId));
      case 'address-changed': {
        const person = await this.byId(job.accountId);
        return person
          ? this.write('address-changed', job.oldEmail, languageOf(person), { handle: `@${person.handle}` })
          : undefined;
      }
      case 'reset':
        return this.reset(await this.byEmail(job.email));
      case 'password-changed':
        return this.toOwner(await this.byId(job.accountId), 'password-changed');
      case 'approved':
        return this.toOwner(await this.byId(job.accountId), 'approved');
      case 'refused':
        return this.write('refused', job.email, job.language, {});
      case 'invitation':
        return this.invite(job);
      case 'schedule-failed':
        return this.toOwner(await this.byId(job.accountId), 'schedule-failed');
      case 'someone-waits':
        return this.tellAdministrators(await this.byId(job.accountId));
    }
  }

  private async confirm(person: Recipient | null): Promise<void> {
    if (!person || person.confirmed) return;
    const link = await this.links.make('confirm', person.id, person.email);
    await this.toOwner(person, 'confirm', link);
  }

  private async changeAddress(person: Recipient | null): Promise<void> {
    if (!person?.new_email) return;
    const link = await this.links.make('confirm', person.id, person.new_email);
    await this.write('change-address', person.new_email, languageOf(person), { handle: `@${person.handle}`, link });
  }

  /** Whoever has not confirmed yet gets that link instead: a new password would not let them in. */
  private async reset(person: Recipient | null): Promise<void> {
    if (!person) return;
    if (!person.confirmed) return this.confirm(person);
    await this.toOwner(person, 'reset', await this.links.make('reset', person.id, person.email));
  }

  private async invite(job: Extract<MailJob, { kind: 'invitation' }>): Promise<void> {
    const inviter = await this.byId(job.inviterId);
    await this.write('invitation', job.email, inviter ? languageOf(inviter) : 'en', {
      person: inviter ? nameOf(inviter) : 'Roost',
      link: this.links.invitation(job.token),
      days: job.days,
    });
  }

  private async tellAdministrators(waiting: Recipient | null): Promise<void> {
    if (waiting?.state !== 'waiting') return;
    const administrators = await this.database.read<Recipient>(ADMINISTRATORS);
    for (const administrator of administrators)
      await this.write('someone-waits', administrator.email, languageOf(administrator), { person: nameOf(waiting) });
  }

  private async toOwner(person: Recipient | null, name: MailName, link = ''): Promise<void> {
    if (person) await this.write(name, person.email, languageOf(person), { handle: `@${person.handle}`, link });
  }

  private async write(name: MailName, to: string, language: 'en' | 'fr', facts: Partial<MailFacts>): Promise<void> {
    const { site_name } = await this.site.read();
    const standard: MailFacts = { site: site_name, home: this.settings.publicUrl, handle: '', link: '', days: 0, person: '' };
    const { subject, body } = MAIL_TEXTS[language][name]({ ...standard, ...facts });
    await this.mailer.deliver({ to, subject, body: `${body}\n\n-- \n${site_name}\n${this.settings.publicUrl}\n` });
  }

  private byId(accountId: string): Promise<Recipient | null> {
    return this.database.readOne<Recipient>(BY_ID, [accountId]);
  }

  private byEmail(email: string): Promise<Recipient | null> {
    return this.database.readOne<Recipient>(BY_EMAIL, [email]);
  }
}

function languageOf(person: Recipient): 'en' | 'fr' {
  return preferencesOf(person.preferences).language ?? 'en';
}

function nameOf(person: Recipient): string {
  return person.display_name === '' ? `@${person.handle}` : `${person.display_name} (@${person.handle})`;
}
