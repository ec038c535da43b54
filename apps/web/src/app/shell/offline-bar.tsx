import { Icon } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useLayoutEffect, useRef } from 'react';
import { connection } from '../../live/connection-store.js';
import { clock } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { useStore } from '../common/store.js';
import styles from './offline-bar.module.css';

/** One dark line while the device is offline; lists stay readable below it. */
export function OfflineBar() {
  const t = useText();
  const { i18n } = useLingui();
  const state = useStore(connection);
  const offline = state.kind === 'offline';
  const bar = useRef<HTMLDivElement>(null);
  // Coming and going above what is read, it must not move it.
  useLayoutEffect(() => {
    if (!offline || !bar.current || scrollY <= 8) return undefined;
    const room = bar.current.offsetHeight + parseFloat(getComputedStyle(bar.current).marginBlockEnd);
    scrollBy({ top: room, behavior: 'instant' });
    return () => scrollBy({ top: -room, behavior: 'instant' });
  }, [offline]);
  if (!offline) return null;
  return (
    <div className={styles.bar} ref={bar}>
      <Icon name="wifioff" />
      <span>{t('connection.offlineSince', { time: clock(new Date(state.since), i18n.locale) })}</span>
    </div>
  );
}
