import { Outlet } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';
import { LiveRegion } from './common/live-region.js';
import { Toasts } from './common/toast-list.js';
import styles from './root.module.css';

/** What stands around every page: skip link, live region, toasts. */
export function Root() {
  const t = useText();
  return (
    <>
      <a className={styles.skip} href="#main" onClick={skip}>
        {t('app.skip')}
      </a>
      <Outlet />
      <Toasts />
      <LiveRegion />
    </>
  );
}

function skip(event: React.MouseEvent): void {
  const main = document.getElementById('main');
  if (!main) return;
  event.preventDefault();
  main.focus();
  main.scrollIntoView();
}
