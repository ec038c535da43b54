import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, statement } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/secrets.js';

// Index: invitation_token_hash_key.
const FIND_OPEN = statement(
  'invitation-find-open',
  `select id from invitation
    where token_hash = $1 and used_at is null and revoked_at is null and expires_at > now() and (email is null or lower(email) = lower($2))`,
);

/** Invitations as sign-up knows them: each opens the door once. */
@Injectable()
export class Invitations {
  constructor(private readonly database: Database) {}

  /** @param email of whoever signs up: an invitation may be made for one address only. @returns its id */
  async findOpen(secret: string, email: string): Promise<string | null> {
    return (await this.database.readOne<{ id: string }>(FIND_OPEN, [hashSecret(secret), email]))?.id ?? null;
  }

  /** Uses it up. @returns false when somebody was faster */
  async use(manager: EntityManager, id: string, accountId: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await manager.query(
      `update invitation set used_at = now(), used_by = $2
        where id = $1 and used_at is null and revoked_at is null and expires_at > now() returning id`,
      [id, accountId],
    );
    return rows.length > 0;
  }
}
