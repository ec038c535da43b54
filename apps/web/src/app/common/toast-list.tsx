import { Button, cx, Icon } from '@roost/ui';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useStore } from './store.js';
import { dismissToast, toasts, type Toast } from './toasts.js';
import styles from './toast-list.module.css';

export function Toasts() {
  const list = useStore(toasts);
  return (
    <div className={styles.list}>
      {list.map((entry) => (
        <ToastLine key={entry.id} toast={entry} />
      ))}
    </div>
  );
}

/** Stays while the pointer or the focus is on it. */
function ToastLine({ toast }: { toast: Toast }) {
  const t = useText();
  const [held, setHeld] = useState(false);
  const [left, setLeft] = useState(() => Math.ceil((toast.until - Date.now()) / 1000));
  useEffect(() => {
    if (held && !toast.countdown) return undefined;
    const check = () => {
      const seconds = Math.ceil((toast.until - Date.now()) / 1000);
      setLeft(seconds);
      if (seconds <= 0) dismissToast(toast.id);
    };
    const timer = setInterval(check, 250);
    return () => clearInterval(timer);
  }, [toast, held]);
  return (
    <div
      className={cx(styles.toast, toast.tone === 'trouble' && styles.trouble)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'trouble' && <Icon name="alert" />}
      <span className="grow">{toast.words}</span>
      {toast.action && (
        <Button
          size="small"
          className={styles.action}
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
          {toast.countdown && left > 0 && <span className="num"> {left} s</span>}
        </Button>
      )}
      <button type="button" className={styles.close} aria-label={t('common.dismiss')} onClick={() => dismissToast(toast.id)}>
        <Icon name="x" small />
      </button>
    </div>
  );
}
