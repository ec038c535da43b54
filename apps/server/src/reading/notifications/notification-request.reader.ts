import { Injectable } from '@nestjs/common';
import type { NotificationRequest } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { bounds, type Page, type Paged, paged } from '../../platform/http/paging.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { STANDS } from './notification.sql.js';

interface RequestRow {
  id: string;
  from_account_id: string;
  created_at: Date;
  updated_at: Date;
  count: number;
  last_status_id: string | null;
}

/** As far as anybody counts. */
const MANY = 100;

// Somebody of whom nothing waits any more asks for nothing. Indexes: notification_request_list, notification_kept_apart.
const ROWS = `select r.id, r.from_account_id, r.created_at, r.updated_at, apart.count, apart.last_status_id
    from notification_request r cross join lateral (
      select count(*)::int as count, max(x.status_id) filter (where x.type = 'mention') as last_status_id
        from (select n.status_id, n.type from notification n
               where n.account_id = $1 and n.from_account_id = r.from_account_id and n.filtered and ${STANDS}
               order by n.id desc limit ${MANY}) x) apart
   where r.account_id = $1 and apart.count > 0`;
const list = (order: 'asc' | 'desc'): Statement =>
  statement(`notification-requests-${order}`, `${ROWS} and r.id < $2 and r.id > $3 order by r.id ${order} limit $4`);
const LIST = { asc: list('asc'), desc: list('desc') };
const BY_ID = statement('notification-request', `${ROWS} and r.id = $2`);

/** Who asks to be let in. The cursor is the id of the request. */
@Injectable()
export class NotificationRequestReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
    private readonly statuses: StatusReader,
  ) {}

  async page(accountId: string, page: Page): Promise<Paged<unknown> & { requests: NotificationRequest[] }> {
    const { below, above, ascending } = bounds(page);
    const rows = await this.database.read<RequestRow>(ascending ? LIST.asc : LIST.desc, [accountId, below, above, page.limit]);
    const picked = paged(rows, page, (row) => row.id);
    return { ...picked, requests: await this.present(accountId, picked.items) };
  }

  /** @throws NotFound when there is none, or not for this account */
  async one(accountId: string, id: string): Promise<NotificationRequest> {
    const [request] = await this.present(accountId, await this.database.read<RequestRow>(BY_ID, [accountId, id]));
    if (!request) throw new NotFound();
    return request;
  }

  private async present(accountId: string, rows: readonly RequestRow[]): Promise<NotificationRequest[]> {
    if (rows.length === 0) return [];
    const [accounts, loaded] = await Promise.all([
      this.accounts.byIds(rows.map((row) => row.from_account_id)),
      this.statuses.load(
        accountId,
        rows.flatMap((row) => row.last_status_id ?? []),
      ),
    ]);
    const statuses = new Map(loaded.map((status) => [status.id, status]));
    return rows.flatMap((row) => {
      const account = accounts.get(row.from_account_id);
      if (!account) return [];
      return {
        id: row.id,
        created_at: row.created_at.toISOString(),
        updated_at: row.updated_at.toISOString(),
        account: this.presenter.present(account),
        notifications_count: String(row.count),
        last_status: statuses.get(row.last_status_id ?? '') ?? null,
      };
    });
  }
}
