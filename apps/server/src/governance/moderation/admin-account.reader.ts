import { Injectable } from '@nestjs/common';
import type { AdminAccount } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { ACCOUNT_COLUMNS, type AccountRow } from '../../people/accounts/account.row.js';
import { preferencesOf } from '../../people/accounts/preferences.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { bounds, type Page, paged, type Paged } from '../../platform/http/paging.js';
import type { AccountChoice } from './admin-accounts.input.js';

interface Row extends AccountRow {
  email: string | null;
  confirmed: boolean;
  reason: string | null;
  ips: { ip: string; used_at: string }[];
}

/** Addresses of one account that are shown, the last used first. */
const MOST_IPS = 20;

// Of each account its credential and, where `$1` asks for it, where it was used from. Indexes: credential_pkey, session_account, oauth_token_account.
const COLUMNS = `${ACCOUNT_COLUMNS}, c.email, c.confirmed_at is not null as confirmed, c.reason,
  case when $1::boolean then coalesce((
    select json_agg(json_build_object('ip', used.ip, 'used_at', used.at) order by used.at desc) from (
      select u.ip, max(u.at) as at from (
        select s.ip, s.last_seen_at as at from session s where s.account_id = a.id and s.ip <> ''
        union all
        select t.last_used_ip, t.last_used_at from oauth_token t where t.account_id = a.id and t.last_used_ip <> '') u
      group by u.ip order by max(u.at) desc limit ${MOST_IPS}) used), '[]'::json) else '[]'::json end as ips`;

const BY_IDS = statement(
  'admin-accounts-by-ids',
  `select ${COLUMNS} from account a left join credential c on c.account_id = a.id where a.id = any($2::bigint[])`,
);

// Index: account_pkey, read from the newest on; whoever asks this is a moderator who looks for somebody.
const list = (order: 'asc' | 'desc'): Statement =>
  statement(
    `admin-accounts-${order}`,
    `select ${COLUMNS} from account a left join credential c on c.account_id = a.id
      where a.id < $2 and a.id > $3
        and case $5::text when 'active' then a.state = 'active' and not a.disabled when 'pending' then a.state = 'waiting'
                          when 'disabled' then a.disabled when 'silenced' then a.silenced when 'suspended' then a.state = 'suspended' else true end
        and ($6::text[] is null or a.role = any($6)) and ($7::text is null or a.handle like $7) and ($8::text is null or lower(a.display_name) like $8)
        and ($9::text is null or lower(c.email) like $9)
        and ($10::text is null or exists (select from session s where s.account_id = a.id and s.ip = $10)
                               or exists (select from oauth_token t where t.account_id = a.id and t.last_used_ip = $10))
      order by a.id ${order} limit $4`,
  );
const LIST = { asc: list('asc'), desc: list('desc') };

/** Accounts as those see them who look after this Roost: addresses and where they were used from are for administrators. */
@Injectable()
export class AdminAccountReader {
  constructor(
    private readonly database: Database,
    private readonly presenter: AccountPresenter,
  ) {}

  async page(viewer: Viewer, choice: AccountChoice, page: Page): Promise<Paged<AdminAccount>> {
    const { below, above, ascending } = bounds(page);
    const rows = await this.database.read<Row>(ascending ? LIST.asc : LIST.desc, [
      seesSecrets(viewer),
      below,
      above,
      page.limit,
      choice.status,
      choice.roles,
      choice.username === null ? null : `${escaped(choice.username)}%`,
      choice.displayName === null ? null : `%${escaped(choice.displayName)}%`,
      choice.email === null ? null : `%${escaped(choice.email)}%`,
      choice.ip,
    ]);
    const picked = paged(rows, page, (row) => row.id);
    return { ...picked, items: picked.items.map((row) => this.present(viewer, row)) };
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, AdminAccount>> {
    const rows = await this.database.read<Row>(BY_IDS, [seesSecrets(viewer), ids]);
    return new Map(rows.map((row) => [row.id, this.present(viewer, row)]));
  }

  /** @throws NotFound */
  async one(viewer: Viewer, id: string): Promise<AdminAccount> {
    const account = (await this.byIds(viewer, [id])).get(id);
    if (!account) throw new NotFound();
    return account;
  }

  private present(viewer: Viewer, row: Row): AdminAccount {
    const secrets = seesSecrets(viewer);
    const ips = row.ips.map(({ ip, used_at }) => ({ ip, used_at: new Date(used_at).toISOString() }));
    return {
      id: row.id,
      username: row.handle,
      domain: null,
      created_at: row.created_at.toISOString(),
      email: secrets ? (row.email ?? '') : '',
      ip: ips[0]?.ip ?? null,
      ips,
      locale: preferencesOf(row.preferences).language ?? 'en',
      invite_request: secrets ? row.reason : null,
      role: this.presenter.presentRole(row.role),
      confirmed: row.confirmed,
      approved: row.state === 'active' || row.state === 'suspended',
      disabled: row.disabled,
      silenced: row.silenced,
      suspended: row.state === 'suspended',
      sensitized: row.sensitized,
      account: this.presenter.present(row),
    };
  }
}

export function seesSecrets(viewer: Pick<Viewer, 'role'>): boolean {
  return viewer.role === 'administrator';
}

function escaped(text: string): string {
  return text.toLowerCase().replace(/[\\%_]/g, '\\$&');
}
