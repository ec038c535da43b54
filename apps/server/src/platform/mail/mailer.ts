import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Settings } from '../../config/settings.js';
import { Database, statement } from '../database/database.js';

/** A plain-text mail. */
export interface Mail {
  to: string;
  subject: string;
  body: string;
}

const KEEP_LOCALLY = statement('keep-mail-locally', 'insert into outbox_mail (recipient, subject, body) values ($1, $2, $3)');

/** Hands mail to the SMTP server, or to the local outbox while none is set. Call it from jobs: they are what tries again. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: ReturnType<typeof createTransport> | null;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {
    this.transport =
      settings.smtpUrl === undefined
        ? null
        : createTransport({ url: settings.smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  }

  /** @throws when the server does not take it */
  async deliver(mail: Mail): Promise<void> {
    if (!this.transport) {
      await this.database.read(KEEP_LOCALLY, [mail.to, mail.subject, mail.body]);
      return;
    }
    await this.transport.sendMail({
      from: this.settings.mailFrom,
      // An address object: nothing in it is parsed, so a comma in a name can never add a recipient.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.body,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
