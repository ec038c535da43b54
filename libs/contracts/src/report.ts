import { z } from 'zod';
import { Account } from './account.js';
import { DateTime, Id } from './wire.js';

export const ReportCategory = z.enum(['spam', 'legal', 'violation', 'other']);
export type ReportCategory = z.infer<typeof ReportCategory>;

/** Mastodon's Report. There is nobody to forward it to, and no numbered rule to name. */
export const Report = z.object({
  id: Id,
  action_taken: z.boolean(),
  action_taken_at: DateTime.nullable(),
  category: ReportCategory,
  comment: z.string(),
  forwarded: z.literal(false),
  created_at: DateTime,
  status_ids: z.array(Id),
  rule_ids: z.array(z.never()),
  target_account: Account,
});
export type Report = z.infer<typeof Report>;
