import type { Visibility } from '@roost/contracts';

/** What the author decided, as it is kept until its time: nothing is left to preferences that may change meanwhile. */
export interface ScheduledParams {
  text: string;
  spoiler_text: string;
  visibility: Visibility;
  sensitive: boolean;
  language: string | null;
  in_reply_to_id: string | null;
  media_ids: string[];
  poll: { options: string[]; expires_in: number; multiple: boolean; hide_totals: boolean } | null;
  idempotency: string | null;
}

export interface ScheduledRow {
  id: string;
  account_id: string;
  app_id: string | null;
  scheduled_at: Date;
  params: ScheduledParams;
  failed_at: Date | null;
  failure: { code: string; error: string } | null;
}

/** Columns of {@link ScheduledRow}, for statements that name the table `s`. */
export const SCHEDULED_COLUMNS = 's.id, s.account_id, s.app_id, s.scheduled_at, s.params, s.failed_at, s.failure';
