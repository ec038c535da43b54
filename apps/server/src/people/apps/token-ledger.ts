import { Injectable } from '@nestjs/common';
import type { Token } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../platform/journal/journal.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';
import type { AppRow } from './app.repository.js';

/** Issues and ends the tokens of apps, each with its journal entry: live connections follow the journal and are cut by it. */
@Injectable()
export class TokenLedger {
  constructor(private readonly journal: Journal) {}

  /** @param accountId null for an app without a person */
  async issue(
    manager: EntityManager,
    app: Pick<AppRow, 'id' | 'name'>,
    accountId: string | null,
    scopes: readonly string[],
  ): Promise<{ id: string; token: Token }> {
    const secret = newSecret();
    const rows: { id: string; created_at: Date }[] = await manager.query(
      'insert into oauth_token (token_hash, app_id, account_id, scopes) values ($1, $2, $3, $4) returning id, created_at',
      [hashSecret(secret), app.id, accountId, scopes],
    );
    const row = rows[0];
    if (!row) throw new Error('the token has no id');
    await this.journal.append(manager, {
      type: 'token.issued',
      actorId: accountId,
      subjectType: 'token',
      subjectId: row.id,
      payload: { account_id: accountId, app_id: app.id, app_name: app.name, scopes },
    });
    const created_at = Math.floor(row.created_at.getTime() / 1000);
    return { id: row.id, token: { access_token: secret, token_type: 'Bearer', scope: scopes.join(' '), created_at } };
  }

  /** Another token of an app that has shown one: who signs up by an app is let in to it. */
  async issueBeside(manager: EntityManager, appId: string, accountId: string, scopes: readonly string[]): Promise<Token> {
    const apps: Pick<AppRow, 'id' | 'name'>[] = await manager.query('select id, name from oauth_app where id = $1', [appId]);
    const app = apps[0];
    if (!app) throw new Error('a token without its app');
    return (await this.issue(manager, app, accountId, scopes)).token;
  }

  /** Ending a token twice changes nothing. */
  async end(manager: EntityManager, tokenId: string, reason: 'signed_out' | 'code_reused'): Promise<void> {
    const rows: { account_id: string | null }[] = await manager.query(
      `with ended as (update oauth_token set revoked_at = now() where id = $1 and revoked_at is null returning account_id)
       select account_id from ended`,
      [tokenId],
    );
    const row = rows[0];
    if (!row) return;
    await this.journal.append(manager, {
      type: 'token.revoked',
      actorId: reason === 'signed_out' ? row.account_id : null,
      subjectType: 'token',
      subjectId: tokenId,
      payload: { account_id: row.account_id, reason },
    });
  }
}
