import type { Role } from '@roost/contracts';
import { z } from 'zod';
import { Bool, list, pageInput } from '../../platform/http/wire-input.js';

const STATUSES = ['active', 'pending', 'disabled', 'silenced', 'suspended'] as const;
type Status = (typeof STATUSES)[number];

/** Which accounts are asked for; null for all. */
export interface AccountChoice {
  status: Status | null;
  roles: Role[] | null;
  username: string | null;
  displayName: string | null;
  email: string | null;
  ip: string | null;
}

const Flag = Bool.catch(false).default(false);
const Text = z
  .string()
  .max(300)
  .transform((text) => text.replaceAll('\0', '').trim())
  .transform((text) => (text === '' ? null : text))
  .catch(null)
  .default(null);

/** The filters of both versions: the first has one flag for each status, the second one parameter for all. */
export const AdminAccountsQuery = z.object({
  ...pageInput(100, 200),
  status: z.enum(STATUSES).optional().catch(undefined),
  active: Flag,
  pending: Flag,
  disabled: Flag,
  silenced: Flag,
  suspended: Flag,
  remote: Flag,
  origin: z.string().catch('').default(''),
  staff: Flag,
  permissions: z.string().catch('').default(''),
  role_ids: list(z.coerce.string()).optional(),
  username: Text,
  display_name: Text,
  email: Text,
  ip: Text,
});
export type AdminAccountsQuery = z.infer<typeof AdminAccountsQuery>;

/** The ids under which roles are presented. */
const ROLE_IDS: Record<string, Role> = { '-99': 'member', '2': 'moderator', '3': 'administrator' };

/** Null when nobody can be meant: there are no accounts of other servers here. */
export function choiceOf(query: AdminAccountsQuery): AccountChoice | null {
  if (query.remote || query.origin === 'remote') return null;
  const staff: Role[] | null = query.staff || query.permissions === 'staff' ? ['moderator', 'administrator'] : null;
  const named = query.role_ids?.flatMap((id) => ROLE_IDS[id] ?? []) ?? null;
  return {
    status: query.status ?? STATUSES.find((name) => query[name]) ?? null,
    roles: staff && named ? staff.filter((role) => named.includes(role)) : (staff ?? named),
    username: query.username,
    displayName: query.display_name,
    email: query.email,
    ip: query.ip,
  };
}

/** `silence` and its like hold until they are lifted; `none` only leaves a word in the record. */
const ACTIONS = ['none', 'disable', 'silence', 'sensitive', 'suspend'] as const;
export const ActionBody = z.object({
  type: z.enum(ACTIONS, { error: 'is not one of none, disable, silence, sensitive and suspend' }),
  text: z
    .string()
    .max(1000)
    .transform((text) => text.replaceAll('\0', '').trim())
    .default(''),
  report_id: z.coerce
    .string()
    .regex(/^\d{1,18}$/, 'is no report')
    .optional(),
});
export type ActionBody = z.infer<typeof ActionBody>;
