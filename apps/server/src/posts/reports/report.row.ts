import type { ReportCategory } from '@roost/contracts';

/** A report as the database keeps it. Ids are decimal strings. */
export interface ReportRow {
  id: string;
  account_id: string;
  target_id: string;
  status_ids: string[];
  comment: string;
  category: ReportCategory;
  assigned_id: string | null;
  action_taken_at: Date | null;
  action_taken_by_id: string | null;
  created_at: Date;
  updated_at: Date;
}

/** Columns of {@link ReportRow}, for statements that name the table `r`. */
export const REPORT_COLUMNS = `r.id, r.account_id, r.target_id, r.status_ids, r.comment, r.category, r.assigned_id, r.action_taken_at,
  r.action_taken_by_id, r.created_at, r.updated_at`;
