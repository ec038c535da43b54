import { Injectable } from '@nestjs/common';
import type { ConnectedApp } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database, statement } from '../../platform/database/database.js';

type Row = Omit<ConnectedApp, 'created_at' | 'last_used_at'> & { created_at: Date; last_used_at: Date | null };

// Index: oauth_token_account. People let a few apps in; one that registers again for each installation is one entry for each.
const LIST = statement(
  'connected-apps',
  `select p.id, p.name, p.website, count(distinct t.id)::int as tokens, min(t.created_at) as created_at, max(t.last_used_at) as last_used_at,
          array_agg(distinct s.name order by s.name) as scopes
     from oauth_token t join oauth_app p on p.id = t.app_id cross join lateral unnest(t.scopes) as s (name)
    where t.account_id = $1 and t.revoked_at is null
    group by p.id
    order by max(coalesce(t.last_used_at, t.created_at)) desc, p.id desc limit 200`,
);

/** The apps that may act for a person. */
@Injectable()
export class ConnectedApps {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer): Promise<ConnectedApp[]> {
    const rows = await this.database.read<Row>(LIST, [viewer.accountId]);
    return rows.map((row) => ({
      ...row,
      created_at: row.created_at.toISOString(),
      last_used_at: row.last_used_at?.toISOString() ?? null,
    }));
  }
}
