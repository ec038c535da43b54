import { Link } from '@tanstack/react-router';
import { useLingui } from '@lingui/react';
import type { Status } from '@roost/contracts';
import { fullDate, postTime } from '../../i18n/format.js';
import { useNow } from './use-now.js';
import styles from './post-time.module.css';

/** The time of a post and the way to its thread; the full date on hover, on focus and for screen readers. */
export function PostTime({ status, className }: { status: Status; className?: string }) {
  const { i18n } = useLingui();
  const now = new Date(useNow());
  const date = new Date(status.created_at);
  const full = fullDate(date, i18n.locale);
  return (
    <Link
      to="/@{$handle}/$post"
      params={{ handle: status.account.acct, post: status.id }}
      className={`${styles.time} ${className ?? ''}`}
      title={full}
      tabIndex={0}
    >
      <time dateTime={status.created_at}>
        <span aria-hidden="true">{postTime(date, now, i18n.locale)}</span>
        <span className="vh">{full}</span>
      </time>
    </Link>
  );
}
