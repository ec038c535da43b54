import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Database, statement } from '../../platform/database/database.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';

const HOURS = 24;

const IS_OPEN = statement('set-up-is-open', `select not exists (select from account where role = 'administrator') as open`);

/** The one-time link that makes the first administrator. There is none once an administrator exists. */
@Injectable()
export class SetUpLink {
  /** An administrator never vanishes again, so "no" is remembered. */
  private done = false;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async isOpen(): Promise<boolean> {
    if (this.done) return false;
    const row = await this.database.readOne<{ open: boolean }>(IS_OPEN);
    this.done = row?.open === false;
    return !this.done;
  }

  /** A new link, good for 24 hours, in place of any earlier one. @returns null when an administrator exists */
  async renew(): Promise<string | null> {
    if (!(await this.isOpen())) return null;
    const secret = newSecret();
    await this.database.transaction(async (manager) => {
      await manager.query('delete from setup_token');
      await manager.query(
        'insert into setup_token (token_hash, expires_at) values ($1, now() + make_interval(hours => $2::int))',
        [hashSecret(secret), HOURS],
      );
    });
    return `${this.settings.publicUrl}/set-up#${secret}`;
  }

  /** @returns false when the link is not the current one or its time is over */
  async use(manager: EntityManager, secret: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await manager.query(
      'delete from setup_token where token_hash = $1 and used_at is null and expires_at > now() returning token_hash',
      [hashSecret(secret)],
    );
    return rows.length > 0;
  }
}
