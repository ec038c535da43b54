import type { Role } from '@roost/contracts';
import type { AccountRow } from './account.row.js';

/** Suspended people stay nameable, because their colleagues' threads do; those who never confirmed or wait for approval do not exist yet. */
export function canBeShown(account: Pick<AccountRow, 'state'>): boolean {
  return account.state === 'active' || account.state === 'suspended';
}

const RANK: Record<Role, number> = { member: 0, moderator: 1, administrator: 2 };

/** Nobody moderates themselves, nor who moderates beside or above them; administrators answer for each other. */
export function canModerate(viewer: { accountId: string; role: Role }, target: Pick<AccountRow, 'id' | 'role'>): boolean {
  if (viewer.accountId === target.id || viewer.role === 'member') return false;
  return viewer.role === 'administrator' || RANK[viewer.role] > RANK[target.role];
}
