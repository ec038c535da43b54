import type { Account, Report } from '@roost/contracts';
import type { ReportRow } from './report.row.js';

/** What its reporter, and a notification about it, show of a report. Who deals with it is the moderators' business. */
export function presentReport(row: ReportRow, target: Account): Report {
  return {
    id: row.id,
    action_taken: row.action_taken_at !== null,
    action_taken_at: row.action_taken_at?.toISOString() ?? null,
    category: row.category,
    comment: row.comment,
    forwarded: false,
    created_at: row.created_at.toISOString(),
    status_ids: row.status_ids,
    rule_ids: [],
    target_account: target,
  };
}
