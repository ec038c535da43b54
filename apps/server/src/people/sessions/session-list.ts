import { Injectable } from '@nestjs/common';
import type { Session } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import type { Viewer } from '../../platform/access/principal.js';
import { IDLE_HOURS } from '../sign-in/account-authenticator.js';

interface SessionRow {
  id: string;
  kind: 'browser' | 'app';
  app_name: string | null;
  user_agent: string;
  ip: string;
  created_at: Date;
  last_seen_at: Date;
}

// Indexes: session_account, oauth_token_account.
const LIST = statement(
  'session-list',
  `select s.id, 'browser' as kind, null as app_name, s.user_agent, s.ip, s.created_at, s.last_seen_at
     from session s
    where s.account_id = $1 and s.expires_at > now()
      and (s.remembered or s.last_seen_at > now() - make_interval(hours => $2::int))
   union all
   select t.id, 'app', p.name, coalesce(p.website, ''), coalesce(t.last_used_ip, ''), t.created_at, coalesce(t.last_used_at, t.created_at)
     from oauth_token t join oauth_app p on p.id = t.app_id
    where t.account_id = $1 and t.revoked_at is null
   order by last_seen_at desc, id desc limit 500`,
);

/** Where a person is signed in: browsers and connected apps. */
@Injectable()
export class SessionList {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer): Promise<Session[]> {
    const rows = await this.database.read<SessionRow>(LIST, [viewer.accountId, IDLE_HOURS]);
    return rows.map((row) => ({
      ...row,
      current: row.id === viewer.credentialId,
      created_at: row.created_at.toISOString(),
      last_seen_at: row.last_seen_at.toISOString(),
    }));
  }
}
