import type { Account } from '@roost/contracts';

/** What an account is called: its name, or its handle when it has none. */
export function nameOf(account: Pick<Account, 'display_name' | 'username'>): string {
  return account.display_name || account.username;
}
