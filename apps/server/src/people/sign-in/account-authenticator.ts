import { Injectable } from '@nestjs/common';
import { type Role, SCOPES } from '@roost/contracts';
import { Authenticator, type Credentials } from '../../platform/access/authenticator.js';
import type { Principal } from '../../platform/access/principal.js';
import { Database, statement } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/secrets.js';

/** A browser session ends after this much silence, unless it was asked to be remembered. */
export const IDLE_HOURS = 12;

interface SessionRow {
  id: string;
  account_id: string;
  handle: string;
  role: Role;
  stale: boolean;
}

interface TokenRow {
  id: string;
  app_id: string;
  account_id: string | null;
  handle: string | null;
  role: Role | null;
  active: boolean;
  scopes: string[];
  stale: boolean;
}

// Index: session_token_hash_key. `stale` asks for a new last_seen_at at most once a minute.
const FIND_SESSION = statement(
  'find-session',
  `select s.id, s.account_id, a.handle, a.role, s.last_seen_at < now() - interval '1 minute' as stale
     from session s join account a on a.id = s.account_id
    where s.token_hash = $1 and s.expires_at > now() and a.state = 'active' and not a.disabled
      and (s.remembered or s.last_seen_at > now() - make_interval(hours => $2::int))`,
);
const SEE_SESSION = statement('see-session', 'update session set last_seen_at = now(), ip = $2 where id = $1');

// Index: oauth_token_token_hash_key.
const FIND_TOKEN = statement(
  'find-token',
  `select t.id, t.app_id, t.account_id, a.handle, a.role, coalesce(a.state = 'active' and not a.disabled, false) as active, t.scopes,
          coalesce(t.last_used_at < now() - interval '1 minute', true) as stale
     from oauth_token t left join account a on a.id = t.account_id
    where t.token_hash = $1 and t.revoked_at is null`,
);
const SEE_TOKEN = statement('see-token', 'update oauth_token set last_used_at = now(), last_used_ip = $2 where id = $1');

/** Finds the person behind a cookie or a token. Suspension and revocation count from the next request on. */
@Injectable()
export class AccountAuthenticator extends Authenticator {
  constructor(private readonly database: Database) {
    super();
  }

  authenticate(credentials: Credentials): Promise<Principal | null> {
    if (credentials.bearer !== null) return this.byToken(credentials.bearer, credentials.ip);
    if (credentials.cookie !== null) return this.bySession(credentials.cookie, credentials.ip);
    return Promise.resolve(null);
  }

  private async bySession(secret: string, ip: string): Promise<Principal | null> {
    const row = await this.database.readOne<SessionRow>(FIND_SESSION, [hashSecret(secret), IDLE_HOURS]);
    if (!row) return null;
    if (row.stale) await this.database.read(SEE_SESSION, [row.id, ip]);
    return {
      kind: 'session',
      accountId: row.account_id,
      handle: row.handle,
      role: row.role,
      scopes: SCOPES,
      credentialId: row.id,
      appId: null,
    };
  }

  private async byToken(secret: string, ip: string): Promise<Principal | null> {
    const row = await this.database.readOne<TokenRow>(FIND_TOKEN, [hashSecret(secret)]);
    if (!row || (row.account_id !== null && !row.active)) return null;
    if (row.stale) await this.database.read(SEE_TOKEN, [row.id, ip]);
    return {
      kind: 'token',
      accountId: row.account_id,
      handle: row.handle,
      role: row.role ?? 'member',
      scopes: row.scopes,
      credentialId: row.id,
      appId: row.app_id,
    };
  }
}
