import { cx } from './cx.js';
import styles from './ring.module.css';

/** How much of `limit` is left, as a number and an arc. Ember and bold from `warnAt` down, brick below zero. */
export function Ring({ left, limit, warnAt = 20, label }: { left: number; limit: number; warnAt?: number; label: string }) {
  const around = 2 * Math.PI * 9;
  const part = Math.min(1, Math.max(0, (limit - left) / limit));
  return (
    <span className={cx(styles.ring, left < 0 ? styles.over : left <= warnAt && styles.warn)}>
      <span aria-hidden="true">{left < 0 ? `−${-left}` : left}</span>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle className={styles.track} cx="12" cy="12" r="9" fill="none" strokeWidth="3" />
        {part > 0 && (
          <circle
            className={styles.value}
            cx="12"
            cy="12"
            r="9"
            fill="none"
            strokeWidth="3"
            strokeLinecap="round"
            strokeDasharray={`${(part * around).toFixed(2)} ${around.toFixed(2)}`}
          />
        )}
      </svg>
      <span className="vh">{label}</span>
    </span>
  );
}
