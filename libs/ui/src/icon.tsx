import { cx } from './cx.js';
import styles from './icon.module.css';
import { shapeOf } from './icon-registry.js';
import type { IconName } from './icon-shapes.js';

export interface IconProps {
  name: IconName;
  /** 16 px instead of 20. */
  small?: boolean;
  className?: string;
}

/** Always hidden from assistive technology: the control or the text beside it carries the name. */
export function Icon({ name, small, className }: IconProps) {
  const filled = name === 'more';
  return (
    <svg className={cx(styles.icon, small && styles.small, className)} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={shapeOf(name)}
        fill={filled ? 'currentColor' : 'none'}
        stroke={filled ? 'none' : 'currentColor'}
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The seal of an official account; `label` is read out, and shown as a word when colours are forced. */
export function Seal({ label }: { label: string }) {
  return (
    <>
      <svg className={styles.seal} viewBox="0 0 20 20" role="img" aria-label={label} focusable="false">
        <path fill="currentColor" d="M10 1.6 16.2 4v5.4c0 4.3-2.7 7.3-6.2 9-3.5-1.7-6.2-4.7-6.2-9V4z" />
        <path
          className={styles.tick}
          d="m6.8 9.9 2.3 2.3 4.2-4.6"
          fill="none"
          strokeWidth="1.9"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className={styles.sealWord} aria-hidden="true">
        {label}
      </span>
    </>
  );
}
