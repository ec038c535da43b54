import { Injectable } from '@nestjs/common';
import type { CredentialApplication } from '@roost/contracts';
import { Database } from '../../platform/database/database.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';
import { VapidKeys } from '../../platform/vapid/vapid-keys.js';
import { presentRegistered } from './app.presenter.js';
import { readScopes } from './oauth-scopes.js';

export interface AppInput {
  name: string;
  website: string | null;
  redirectUris: string[];
  scopes: string | undefined;
}

/** Makes an app known. Anybody may: an app can do nothing until a person lets it in. */
@Injectable()
export class RegisterApp {
  constructor(
    private readonly database: Database,
    private readonly vapidKeys: VapidKeys,
  ) {}

  async run(input: AppInput): Promise<CredentialApplication> {
    const secret = newSecret();
    const wanted = readScopes(input.scopes);
    const app = {
      client_id: newSecret(),
      name: input.name,
      website: input.website,
      redirect_uris: input.redirectUris,
      scopes: wanted.length === 0 ? ['read'] : wanted,
    };
    const rows: { id: string }[] = await this.database.transaction((manager) =>
      manager.query(
        'insert into oauth_app (client_id, secret_hash, name, website, redirect_uris, scopes) values ($1, $2, $3, $4, $5, $6) returning id',
        [app.client_id, hashSecret(secret), app.name, app.website, app.redirect_uris, app.scopes],
      ),
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('the app has no id');
    return presentRegistered({ id, ...app }, secret, await this.vapidKeys.publicKey());
  }
}
