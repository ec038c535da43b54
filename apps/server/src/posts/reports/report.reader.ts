import { Injectable } from '@nestjs/common';
import type { Report } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { Database, statement } from '../../platform/database/database.js';
import { presentReport } from './report.presenter.js';
import { REPORT_COLUMNS, type ReportRow } from './report.row.js';

// Index: report_pkey.
const BY_IDS = statement('reports-by-ids', `select ${REPORT_COLUMNS} from report r where r.id = any($1::bigint[])`);

/** Loads reports. It knows no viewer: reporters get theirs once, moderators by the routes that ask for their role. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  async byIds(ids: readonly string[]): Promise<Map<string, Report>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read<ReportRow>(BY_IDS, [ids]);
    const targets = await this.accounts.byIds([...new Set(rows.map((row) => row.target_id))]);
    return new Map(
      rows.flatMap((row) => {
        const target = targets.get(row.target_id);
        return target ? [[row.id, presentReport(row, this.presenter.present(target))] as const] : [];
      }),
    );
  }
}
