import type { Account } from '@roost/contracts';
import { Avatar } from '@roost/ui';
import { nameOf } from './account-name.js';

/** The picture of an account, or its initials. */
export function AccountAvatar({ account, size, className }: { account: Account; size?: number; className?: string }) {
  return (
    <Avatar
      src={account.roost.has_avatar ? account.avatar : null}
      name={nameOf(account)}
      official={account.roost.official}
      size={size}
      className={className}
    />
  );
}
