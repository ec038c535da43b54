import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Database, statement } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/secrets.js';

/** An app as the database keeps it. */
export interface AppRow {
  id: string;
  client_id: string;
  secret_hash: Buffer;
  name: string;
  website: string | null;
  redirect_uris: string[];
  scopes: string[];
}

const COLUMNS = 'id, client_id, secret_hash, name, website, redirect_uris, scopes';
// Index: oauth_app_client_id_key.
const BY_CLIENT_ID = statement('app-by-client-id', `select ${COLUMNS} from oauth_app where client_id = $1`);
const BY_ID = statement('app-by-id', `select ${COLUMNS} from oauth_app where id = $1`);

@Injectable()
export class AppRepository {
  constructor(private readonly database: Database) {}

  byClientId(clientId: string): Promise<AppRow | null> {
    // Ours are letters, digits, - and _; anything else cannot be one and may be no text the database takes.
    if (!/^[\w-]{1,200}$/.test(clientId)) return Promise.resolve(null);
    return this.database.readOne<AppRow>(BY_CLIENT_ID, [clientId]);
  }

  byId(id: string): Promise<AppRow | null> {
    return this.database.readOne<AppRow>(BY_ID, [id]);
  }

  hasSecret(app: AppRow, secret: string): boolean {
    return timingSafeEqual(app.secret_hash, hashSecret(secret));
  }
}
