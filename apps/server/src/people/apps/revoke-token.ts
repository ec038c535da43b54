import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/secrets.js';
import type { AppRow } from './app.repository.js';
import { UnauthorizedClient } from './oauth.errors.js';
import { TokenLedger } from './token-ledger.js';

/** Ends a token of the app that asks: what an app does when its person signs out. Unknown tokens are ended already. */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly database: Database,
    private readonly tokens: TokenLedger,
  ) {}

  async run(app: AppRow, token: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const rows: { id: string; app_id: string }[] = await manager.query(
        'select id, app_id from oauth_token where token_hash = $1 for update',
        [hashSecret(token)],
      );
      const row = rows[0];
      if (!row) return;
      if (row.app_id !== app.id) throw new UnauthorizedClient();
      await this.tokens.end(manager, row.id, 'signed_out');
    });
  }
}
