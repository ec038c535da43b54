import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Database } from '../../platform/database/database.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';

const HOURS = { confirm: 24, reset: 1 };
const PAGES = { confirm: 'confirm', reset: 'reset' };

/** Makes the links that mails carry. The secret stands in the fragment: browsers never send it, so no log can hold it. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** A new link replaces the unused ones for the same purpose. */
  async make(purpose: 'confirm' | 'reset', accountId: string, email: string): Promise<string> {
    const secret = newSecret();
    await this.database.transaction(async (manager) => {
      await manager.query('delete from mail_token where account_id = $1 and purpose = $2 and used_at is null', [
        accountId,
        purpose,
      ]);
      await manager.query(
        `insert into mail_token (token_hash, purpose, account_id, email, expires_at) values ($1, $2, $3, $4, now() + make_interval(hours => $5::int))`,
        [hashSecret(secret), purpose, accountId, email, HOURS[purpose]],
      );
    });
    return `${this.settings.publicUrl}/${PAGES[purpose]}#${secret}`;
  }

  invitation(secret: string): string {
    return `${this.settings.publicUrl}/sign-up#${secret}`;
  }
}
