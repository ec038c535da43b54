import { Injectable } from '@nestjs/common';
import type { Token } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/secrets.js';
import type { AppRow } from './app.repository.js';
import { InvalidClient, InvalidGrant } from './oauth.errors.js';
import { answersChallenge } from './pkce.js';
import { TokenLedger } from './token-ledger.js';

export interface CodeExchange {
  code: string;
  redirectUri: string | undefined;
  verifier: string | undefined;
  /** True when the app showed its secret; without it only a code with a challenge can be exchanged. */
  authenticated: boolean;
}

interface CodeRow {
  app_id: string;
  account_id: string;
  redirect_uri: string;
  scopes: string[];
  code_challenge: string | null;
  token_id: string | null;
  used: boolean;
  expired: boolean;
  active: boolean;
}

/** Turns a code into a token, once. A second use means that the code was stolen: its token ends. */
@Injectable()
export class ExchangeCode {
  constructor(
    private readonly database: Database,
    private readonly tokens: TokenLedger,
  ) {}

  async run(app: AppRow, input: CodeExchange): Promise<Token> {
    // A refusal is thrown after the commit: a code that was tried is used up, and its end must not be rolled back.
    const outcome = await this.database.transaction((manager) => this.attempt(manager, app, input));
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  private async attempt(manager: EntityManager, app: AppRow, input: CodeExchange): Promise<Token | Error> {
    const hash = hashSecret(input.code);
    const rows: CodeRow[] = await manager.query(
      `select c.app_id, c.account_id, c.redirect_uri, c.scopes, c.code_challenge, c.token_id, c.used_at is not null as used,
              c.expires_at <= now() as expired, (a.state = 'active' and not a.disabled) as active
         from oauth_code c join account a on a.id = c.account_id where c.code_hash = $1 for update of c for share of a`,
      [hash],
    );
    const code = rows[0];
    if (code?.app_id !== app.id) return new InvalidGrant();
    if (!input.authenticated && code.code_challenge === null) return new InvalidClient();
    if (code.used) {
      if (code.token_id !== null) await this.tokens.end(manager, code.token_id, 'code_reused');
      return new InvalidGrant();
    }
    await manager.query('update oauth_code set used_at = now() where code_hash = $1', [hash]);
    if (code.expired || !code.active || input.redirectUri !== code.redirect_uri) return new InvalidGrant();
    if (code.code_challenge === null ? input.verifier !== undefined : !answersChallenge(code.code_challenge, input.verifier))
      return new InvalidGrant('The code verifier does not answer the challenge that was given at the start.');
    const { id, token } = await this.tokens.issue(manager, app, code.account_id, code.scopes);
    await manager.query('update oauth_code set token_id = $2 where code_hash = $1', [hash, id]);
    return token;
  }
}
