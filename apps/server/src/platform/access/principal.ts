import type { Role } from '@roost/contracts';

/** Who calls. An app without a person has no `accountId`. */
export interface Principal {
  kind: 'session' | 'token';
  accountId: string | null;
  handle: string | null;
  role: Role;
  scopes: readonly string[];
  /** Id of the session or token row: what a revocation names. */
  credentialId: string;
  appId: string | null;
}

/** A principal with a person behind it: what most routes work with. */
export interface Viewer extends Principal {
  accountId: string;
  handle: string;
}

/** Ranks for "at least": an administrator may do what a moderator may. */
const RANK: Record<Role, number> = { member: 0, moderator: 1, administrator: 2 };

export function hasRole(principal: Pick<Principal, 'role'>, least: Role): boolean {
  return RANK[principal.role] >= RANK[least];
}
