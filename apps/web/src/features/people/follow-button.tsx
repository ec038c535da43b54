import type { Account } from '@roost/contracts';
import { Button, cx } from '@roost/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import { relationshipQuery } from '../relationships/follow-account.js';
import { nameOf } from './account-name.js';
import { relate } from './relate.js';
import styles from './follow-button.module.css';

interface FollowButtonProps {
  account: Account;
  small?: boolean;
  /** The list around it asks for all relationships at once. */
  batched?: boolean;
}

/** Follow, requested or following; what a press would end shows while pointed at or focused. */
export function FollowButton({ account, small, batched }: FollowButtonProps) {
  const t = useText();
  const client = useQueryClient();
  const { account: me } = useSession();
  const own = me.id === account.id;
  const { data: relationship } = useQuery({ ...relationshipQuery(account.id), enabled: !own && !batched });
  const size = small ? 'small' : 'normal';
  const whose = <span className="vh"> {nameOf(account)}</span>;
  if (own || !relationship) return null;
  if (relationship.blocking) {
    return (
      <Button look="danger-line" size={size} onClick={() => void relate(client, account, 'unblock')}>
        {t('people.unblock')}
        {whose}
      </Button>
    );
  }
  if (relationship.following || relationship.requested) {
    return (
      <Button
        look="soft"
        size={size}
        icon={relationship.following ? 'check' : 'clock'}
        className={styles.button}
        onClick={() => void relate(client, account, 'unfollow')}
      >
        <span className={styles.words}>
          <span className={styles.rest}>{t(relationship.following ? 'people.following' : 'people.requested')}</span>
          <span className={styles.over}>{t(relationship.following ? 'people.unfollow' : 'people.withdraw')}</span>
        </span>
        {whose}
      </Button>
    );
  }
  if (account.suspended || relationship.blocked_by) return null;
  return (
    <Button
      look={small ? 'line' : 'primary'}
      size={size}
      className={cx(styles.button)}
      onClick={() => void relate(client, account, 'follow')}
    >
      {t('people.follow')}
      {whose}
    </Button>
  );
}
