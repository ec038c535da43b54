import type { AccountRow } from './account.row.js';

/** Suspended people stay nameable, because their colleagues' threads do; those who never confirmed or wait for approval do not exist yet. */
export function canBeShown(account: Pick<AccountRow, 'state'>): boolean {
  return account.state === 'active' || account.state === 'suspended';
}
