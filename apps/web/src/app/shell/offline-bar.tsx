import { Icon } from '@roost/ui';
import { useLingui } from '@lingui/react';
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
  if (state.kind !== 'offline') return null;
  return (
    <div className={styles.bar}>
      <Icon name="wifioff" />
      <span>{t('connection.offlineSince', { time: clock(new Date(state.since), i18n.locale) })}</span>
    </div>
  );
}
