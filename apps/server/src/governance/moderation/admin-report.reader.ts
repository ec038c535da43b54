import { Injectable } from '@nestjs/common';
import type { AdminReport } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { bounds, type Page, paged, type Paged } from '../../platform/http/paging.js';
import { REPORT_COLUMNS, type ReportRow } from '../../posts/reports/report.row.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { AdminAccountReader } from './admin-account.reader.js';

export interface ReportChoice {
  resolved: boolean;
  /** By this account. */
  accountId: string | null;
  /** About this one. */
  targetId: string | null;
}

// Indexes: report_open for what is open, report_target, report_account, report_pkey.
const list = (order: 'asc' | 'desc'): Statement =>
  statement(
    `admin-reports-${order}`,
    `select ${REPORT_COLUMNS} from report r
      where r.id < $1 and r.id > $2 and (r.action_taken_at is not null) = $4::boolean
        and ($5::bigint is null or r.account_id = $5) and ($6::bigint is null or r.target_id = $6)
      order by r.id ${order} limit $3`,
  );
const LIST = { asc: list('asc'), desc: list('desc') };
const ONE = statement('admin-report', `select ${REPORT_COLUMNS} from report r where r.id = $1`);

/**
 * Reports for those who decide them. A report shows its posts as they are, whomever they were for: one of those put them there. Moderators
 * see nothing else that is not addressed to them.
 */
@Injectable()
export class AdminReportReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AdminAccountReader,
    private readonly statuses: StatusReader,
  ) {}

  async page(viewer: Viewer, choice: ReportChoice, page: Page): Promise<Paged<AdminReport>> {
    const { below, above, ascending } = bounds(page);
    const rows = await this.database.read<ReportRow>(ascending ? LIST.asc : LIST.desc, [
      below,
      above,
      page.limit,
      choice.resolved,
      choice.accountId,
      choice.targetId,
    ]);
    const picked = paged(rows, page, (row) => row.id);
    return { ...picked, items: await this.present(viewer, picked.items) };
  }

  /** @throws NotFound */
  async one(viewer: Viewer, id: string): Promise<AdminReport> {
    const rows = await this.database.read<ReportRow>(ONE, [id]);
    const [report] = await this.present(viewer, rows);
    if (!report) throw new NotFound();
    return report;
  }

  private async present(viewer: Viewer, rows: ReportRow[]): Promise<AdminReport[]> {
    const people = rows.flatMap((row) => [row.account_id, row.target_id, row.assigned_id, row.action_taken_by_id]);
    const [accounts, statuses] = await Promise.all([
      this.accounts.byIds(viewer, [...new Set(people.filter((id) => id !== null))]),
      this.statuses.neutral([...new Set(rows.flatMap((row) => row.status_ids))]),
    ]);
    const of = (id: string | null) => (id === null ? null : (accounts.get(id) ?? null));
    return rows.flatMap((row) => {
      const [account, target_account] = [of(row.account_id), of(row.target_id)];
      if (!account || !target_account) return [];
      return {
        id: row.id,
        action_taken: row.action_taken_at !== null,
        action_taken_at: row.action_taken_at?.toISOString() ?? null,
        category: row.category,
        comment: row.comment,
        forwarded: false,
        created_at: row.created_at.toISOString(),
        updated_at: row.updated_at.toISOString(),
        account,
        target_account,
        assigned_account: of(row.assigned_id),
        action_taken_by_account: of(row.action_taken_by_id),
        statuses: row.status_ids.flatMap((id) => statuses.get(id)?.status ?? []),
        rules: [],
      };
    });
  }
}
