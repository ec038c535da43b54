import { Icon } from '@roost/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { unreadQuery } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../session.js';
import styles from './bottom-bar.module.css';

/** The bar at the foot of narrow screens. */
export function BottomBar() {
  const t = useText();
  const { account } = useSession();
  const writing = useLocation({ select: (location) => location.pathname === '/compose' });
  const { data: unread = 0 } = useQuery(unreadQuery);
  // Writing takes the whole screen of a phone.
  if (writing) return null;
  return (
    <nav className={styles.bar} aria-label={t('nav.bottom')}>
      <Link to="/home" className={styles.item} activeOptions={{ includeSearch: false }}>
        <Icon name="home" />
        <span>{t('nav.home')}</span>
      </Link>
      <Link to="/search" className={styles.item} activeOptions={{ includeSearch: false }}>
        <Icon name="search" />
        <span>{t('nav.search')}</span>
      </Link>
      <Link to="/compose" className={`${styles.item} ${styles.new}`} aria-label={t('nav.newPost')}>
        <span className={styles.box}>
          <Icon name="plus" />
        </span>
      </Link>
      <Link to="/notifications" className={styles.item} activeOptions={{ includeSearch: false }}>
        <Icon name="bell" />
        <span>{t('nav.alerts')}</span>
        {unread > 0 && (
          <span className={styles.pip}>
            <span className="vh">{t('nav.unread')} </span>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Link>
      <Link to="/@{$handle}" params={{ handle: account.acct }} className={styles.item} activeOptions={{ includeSearch: false }}>
        <Icon name="user" />
        <span>{t('nav.you')}</span>
      </Link>
    </nav>
  );
}
