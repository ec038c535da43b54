import { z } from 'zod';
import { Account, CredentialAccount } from './account.js';
import { ReportCategory } from './report.js';
import { Status } from './status.js';
import { DateTime, Id } from './wire.js';

/**
 * Mastodon's Admin::Account: an account as those see it who look after this Roost. The address, its use and the reason of a sign-up are for
 * administrators; moderators get them empty.
 */
export const AdminAccount = z.object({
  id: Id,
  username: z.string(),
  domain: z.null(),
  created_at: DateTime,
  email: z.string(),
  ip: z.string().nullable(),
  ips: z.array(z.object({ ip: z.string(), used_at: DateTime })),
  locale: z.string(),
  invite_request: z.string().nullable(),
  role: CredentialAccount.shape.role,
  confirmed: z.boolean(),
  approved: z.boolean(),
  disabled: z.boolean(),
  silenced: z.boolean(),
  suspended: z.boolean(),
  sensitized: z.boolean(),
  account: Account,
});
export type AdminAccount = z.infer<typeof AdminAccount>;

/** Mastodon's Admin::Report. `statuses` are the reported ones that are still there. */
export const AdminReport = z.object({
  id: Id,
  action_taken: z.boolean(),
  action_taken_at: DateTime.nullable(),
  category: ReportCategory,
  comment: z.string(),
  forwarded: z.literal(false),
  created_at: DateTime,
  updated_at: DateTime,
  account: AdminAccount,
  target_account: AdminAccount,
  assigned_account: AdminAccount.nullable(),
  action_taken_by_account: AdminAccount.nullable(),
  statuses: z.array(Status),
  rules: z.array(z.never()),
});
export type AdminReport = z.infer<typeof AdminReport>;
