import type { Account } from '@roost/contracts';
import { Seal } from '@roost/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.js';
import { AccountAvatar } from './account-avatar.js';
import { AccountCues } from './account-cues.js';
import { nameOf } from './account-name.js';
import { AccountText } from './account-text.js';
import styles from './account-row.module.css';

interface AccountRowProps {
  account: Account;
  /** Under the name; the bio when left out. */
  words?: ReactNode;
  actions?: ReactNode;
}

/** One person in a list: picture, name, a line about them, and what can be done. */
export function AccountRow({ account, words, actions }: AccountRowProps) {
  const t = useText();
  return (
    <div className={styles.row}>
      <Link to="/@{$handle}" params={{ handle: account.acct }} tabIndex={-1} aria-hidden="true">
        <AccountAvatar account={account} />
      </Link>
      <div className={styles.body}>
        <Link
          to="/@{$handle}"
          params={{ handle: account.acct }}
          className={styles.name}
          data-focus={`account-${account.id}`}
          data-step
        >
          <bdi>{nameOf(account)}</bdi>
          {account.roost.official && (
            <>
              {' '}
              <Seal label={t('post.official')} />
            </>
          )}
        </Link>
        <span className={styles.meta}>
          <span className="muted trunc">
            {account.roost.official && `${t('post.officialWord')} · `}@{account.acct}
          </span>
          <AccountCues account={account} />
        </span>
        <div className={styles.words}>{words ?? (account.roost.note && <AccountText text={account.roost.note} />)}</div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
