import { Injectable } from '@nestjs/common';
import type { Token } from '@roost/contracts';
import { Settings } from '../../config/settings.js';
import { Database, statement } from '../../platform/database/database.js';
import { PasswordHasher } from '../sign-in/password-hasher.js';
import { type AppRow, AppRepository } from './app.repository.js';
import { ExchangeCode } from './exchange-code.js';
import { InvalidClient, InvalidGrant, InvalidRequest, InvalidScope, UnsupportedGrantType } from './oauth.errors.js';
import { grantScopes } from './oauth-scopes.js';
import { TokenLedger } from './token-ledger.js';

export interface TokenRequest {
  grant_type?: string | undefined;
  client_id?: string | undefined;
  client_secret?: string | undefined;
  code?: string | undefined;
  redirect_uri?: string | undefined;
  code_verifier?: string | undefined;
  scope?: string | undefined;
  username?: string | undefined;
  password?: string | undefined;
}

const BY_LOGIN = statement(
  'account-for-password-grant',
  `select a.id, c.password_hash from account a join credential c on c.account_id = a.id
    where a.state = 'active' and not a.disabled and (lower(c.email) = lower($1) or lower(a.handle) = lower($1))`,
);

/** The token endpoint: who the app is, and what it offers for a token. */
@Injectable()
export class IssueToken {
  constructor(
    private readonly database: Database,
    private readonly apps: AppRepository,
    private readonly tokens: TokenLedger,
    private readonly exchangeCode: ExchangeCode,
    private readonly hasher: PasswordHasher,
    private readonly settings: Settings,
  ) {}

  async run(input: TokenRequest): Promise<Token> {
    if (input.grant_type === undefined) throw new InvalidRequest('The grant_type is missing.');
    const { app, authenticated } = await this.authenticate(input);
    switch (input.grant_type) {
      case 'authorization_code':
        if (input.code === undefined) throw new InvalidRequest('The code is missing.');
        return this.exchangeCode.run(app, {
          code: input.code,
          redirectUri: input.redirect_uri,
          verifier: input.code_verifier,
          authenticated,
        });
      case 'client_credentials':
        if (!authenticated) throw new InvalidClient();
        return this.issue(app, null, input.scope);
      case 'password':
        if (!this.settings.testMode) throw new UnsupportedGrantType();
        if (!authenticated) throw new InvalidClient();
        return this.issue(app, await this.accountByPassword(input), input.scope);
      default:
        throw new UnsupportedGrantType();
    }
  }

  private async authenticate(input: TokenRequest): Promise<{ app: AppRow; authenticated: boolean }> {
    const app = await this.apps.byClientId(input.client_id ?? '');
    if (!app) throw new InvalidClient();
    const authenticated = input.client_secret !== undefined;
    if (input.client_secret !== undefined && !this.apps.hasSecret(app, input.client_secret)) throw new InvalidClient();
    return { app, authenticated };
  }

  private async issue(app: AppRow, accountId: string | null, scope: string | undefined): Promise<Token> {
    const scopes = grantScopes(scope, app.scopes);
    if (!scopes) throw new InvalidScope();
    return this.database.transaction(async (manager) => (await this.tokens.issue(manager, app, accountId, scopes)).token);
  }

  /** Only for test suites of clients that know no other way. */
  private async accountByPassword(input: TokenRequest): Promise<string> {
    const row = await this.database.readOne<{ id: string; password_hash: string }>(BY_LOGIN, [input.username ?? '']);
    if (!(await this.hasher.verify(row?.password_hash ?? null, input.password ?? '')) || !row)
      throw new InvalidGrant('The name or the password is wrong.');
    return row.id;
  }
}
