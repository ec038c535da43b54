import { Injectable } from '@nestjs/common';
import type { Report, ReportCategory } from '@roost/contracts';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { Journal } from '../../platform/journal/journal.js';
import { ReportReader } from '../../posts/reports/report.reader.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { OwnAccountReported } from './moderation.errors.js';

export interface ReportInput {
  targetId: string;
  statusIds: string[];
  comment: string;
  category: ReportCategory;
}

/** Puts something before the moderators. Of the statuses named only the target's that the reporter can see are kept. */
@Injectable()
export class FileReport {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly accounts: AccountReader,
    private readonly statuses: StatusReader,
    private readonly reports: ReportReader,
  ) {}

  async run(viewer: Viewer, input: ReportInput): Promise<Report> {
    const target = IdParam.safeParse(input.targetId).success ? await this.accounts.byId(input.targetId) : null;
    if (!target || !canBeShown(target)) throw new NotFound();
    if (target.id === viewer.accountId) throw new OwnAccountReported();
    const named = [...new Set(input.statusIds)].filter((id) => IdParam.safeParse(id).success);
    const seen = await this.statuses.load(viewer.accountId, named);
    const statusIds = seen.filter((status) => status.account.id === target.id).map((status) => status.id);
    const id = await this.database.transaction(async (manager) => {
      const rows: { id: string }[] = await manager.query(
        'insert into report (account_id, target_id, status_ids, comment, category) values ($1, $2, $3, $4, $5) returning id',
        [viewer.accountId, target.id, statusIds, input.comment, input.category],
      );
      const reportId = rows[0]?.id;
      if (reportId === undefined) throw new Error('the report has no id');
      await this.journal.append(manager, {
        type: 'report.filed',
        actorId: viewer.accountId,
        subjectType: 'report',
        subjectId: reportId,
        payload: { targetId: target.id, statusIds, category: input.category, comment: input.comment },
      });
      return reportId;
    });
    const report = (await this.reports.byIds([id])).get(id);
    if (!report) throw new NotFound();
    return report;
  }
}
