import { Injectable } from '@nestjs/common';
import type { JournalType, ReportCategory } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';

type Change = {
  columns: string;
  values: unknown[];
  type: Extract<JournalType, `report.${string}`>;
  payload?: Record<string, unknown>;
};

/** What moderators do with a report. Doing it twice changes nothing and leaves no second entry. */
@Injectable()
export class DecideReport {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  assign(viewer: Viewer, reportId: string): Promise<void> {
    return this.change(viewer, reportId, { columns: 'assigned_id = $2', values: [viewer.accountId], type: 'report.assigned' });
  }

  unassign(viewer: Viewer, reportId: string): Promise<void> {
    return this.change(viewer, reportId, { columns: 'assigned_id = $2', values: [null], type: 'report.unassigned' });
  }

  categorise(viewer: Viewer, reportId: string, category: ReportCategory): Promise<void> {
    const payload = { category };
    return this.change(viewer, reportId, { columns: 'category = $2', values: [category], type: 'report.changed', payload });
  }

  /** Whoever resolved it first stays the one who did. */
  resolve(viewer: Viewer, reportId: string): Promise<void> {
    return this.change(viewer, reportId, {
      columns:
        'action_taken_by_id = case when action_taken_at is null then $2 else action_taken_by_id end, action_taken_at = coalesce(action_taken_at, now())',
      values: [viewer.accountId],
      type: 'report.resolved',
    });
  }

  reopen(viewer: Viewer, reportId: string): Promise<void> {
    return this.change(viewer, reportId, {
      columns: 'action_taken_by_id = $2, action_taken_at = null',
      values: [null],
      type: 'report.reopened',
    });
  }

  /** @throws NotFound when there is no such report, or it is about somebody else */
  async concerns(reportId: string, accountId: string): Promise<void> {
    const rows: unknown[] = await this.database.dataSource.query('select 1 as one from report where id = $1 and target_id = $2', [
      reportId,
      accountId,
    ]);
    if (rows.length === 0) throw new NotFound();
  }

  private async change(viewer: Viewer, reportId: string, { columns, values, type, payload }: Change): Promise<void> {
    await this.database.transaction(async (manager) => {
      const before = await this.lock(manager, reportId);
      // The columns are one of the texts above.
      const [rows]: [{ after: string }[], number] = await manager.query(
        `update report r set ${columns} where r.id = $1 returning jsonb_build_array(r.assigned_id, r.action_taken_at, r.category)::text as after`,
        [reportId, ...values],
      );
      if (rows[0]?.after === before) return;
      await manager.query('update report set updated_at = now() where id = $1', [reportId]);
      await this.journal.append(manager, {
        type,
        actorId: viewer.accountId,
        subjectType: 'report',
        subjectId: reportId,
        ...(payload ? { payload } : {}),
      });
    });
  }

  private async lock(manager: EntityManager, reportId: string): Promise<string> {
    const rows: { before: string }[] = await manager.query(
      'select jsonb_build_array(r.assigned_id, r.action_taken_at, r.category)::text as before from report r where r.id = $1 for update',
      [reportId],
    );
    if (!rows[0]) throw new NotFound();
    return rows[0].before;
  }
}
