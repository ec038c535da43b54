import { Button, cx } from '@roost/ui';
import { connection, retryNow } from '../../live/connection-store.js';
import { useText } from '../../i18n/use-text.js';
import { useStore } from '../common/store.js';
import styles from './connection-state.module.css';

/** One word about the live connection at the foot of the navigation; after a while of trying, a button. */
export function ConnectionState() {
  const t = useText();
  const state = useStore(connection);
  const words =
    state.kind === 'live'
      ? t('connection.live')
      : state.kind === 'connecting'
        ? t('connection.connecting')
        : state.kind === 'offline'
          ? t('connection.offline')
          : state.kind === 'polling'
            ? t('connection.polling')
            : t('connection.reconnecting', { attempt: state.attempt });
  return (
    <div className={styles.live}>
      <span className={cx(styles.dot, state.kind !== 'live' && styles.off)} />
      <span className={styles.words}>{words}</span>
      {(state.kind === 'polling' || (state.kind === 'reconnecting' && state.attempt > 3)) && (
        <Button size="small" look="quiet" onClick={retryNow} className={styles.words}>
          {t('connection.retry')}
        </Button>
      )}
    </div>
  );
}
