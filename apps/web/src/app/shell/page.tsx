import { cx, IconButton, Icon, Mark } from '@roost/ui';
import { Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, type ReactNode } from 'react';
import { unreadMentionsQuery } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../session.js';
import { AccountMenu } from './account-menu.js';
import { OfflineBar } from './offline-bar.js';
import styles from './page.module.css';

export interface PageProps {
  /** Name of the page, in its heading and in the window's title. */
  title: string;
  /** Stands beside the heading, smaller. */
  note?: ReactNode;
  /** Shows a way back; without history it leads to Home. */
  back?: boolean;
  /** At the end of the heading line. On narrow screens it moves into the top bar when `actionsInBar` is set. */
  actions?: ReactNode;
  actionsInBar?: boolean;
  aside?: ReactNode;
  /** Takes the room of the aside as well, where there is any. */
  wide?: boolean;
  /** No heading line; the heading is kept for assistive technology. */
  headingHidden?: boolean;
  children: ReactNode;
}

/** Main part and aside of a page in the frame, and the top bar that stands in for the heading on narrow screens. */
export function Page({ title, note, back, actions, actionsInBar, aside, wide, headingHidden, children }: PageProps) {
  const t = useText();
  const heading = useId();
  const { site } = useSession();
  const { data: mentions = 0 } = useQuery(unreadMentionsQuery);
  useEffect(() => {
    const name = t('app.title', { page: title, site: site.name });
    document.title = mentions > 0 ? `(${mentions}) ${name}` : name;
    document.querySelector('link[rel=icon]')?.setAttribute('href', mentions > 0 ? '/icon-dot.svg' : '/icon.svg');
  }, [t, title, site.name, mentions]);
  return (
    <>
      <header className={styles.topbar}>
        {back ? (
          <BackButton />
        ) : (
          <Link to="/home" aria-label={t('nav.brand')}>
            <Mark size={1.875} />
          </Link>
        )}
        <div className="grow">
          {actionsInBar && actions ? (
            actions
          ) : (
            <span className={styles.barTitle} aria-hidden="true">
              {title}
            </span>
          )}
        </div>
        <Link to="/search" className={styles.barSearch} aria-label={t('nav.search')}>
          <Icon name="search" />
        </Link>
        <AccountMenu placement="bottom end" picture />
      </header>
      <main className={cx(styles.stream, wide && styles.wide)} id="main" tabIndex={-1} aria-labelledby={heading}>
        <OfflineBar />
        <div className={cx('page-h', styles.head, headingHidden && styles.headHidden)}>
          {back && <BackButton />}
          <h1 id={heading}>{title}</h1>
          {note && <span className="muted small">{note}</span>}
          {actions && <div className={cx('end', actionsInBar && styles.wideOnly)}>{actions}</div>}
        </div>
        {children}
      </main>
      {!wide && (
        <aside className={styles.aside} aria-label={t('nav.aside')}>
          {aside}
        </aside>
      )}
    </>
  );
}

function BackButton() {
  const t = useText();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <IconButton
      icon="left"
      label={t('common.back')}
      onClick={() => {
        if (canGoBack) router.history.back();
        else void router.navigate({ to: '/home' });
      }}
    />
  );
}
