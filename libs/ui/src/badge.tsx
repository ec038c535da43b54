import type { ReactNode } from 'react';
import { cx } from './cx.js';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import styles from './badge.module.css';

/** A short word about a state; the tone only underlines what the word already says. */
export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: 'plain' | 'accent' | 'ember' | 'brick' | 'iris' | 'outline';
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {icon && <Icon name={icon} small />}
      {children}
    </span>
  );
}

/** A number of unread things; `label` is read before it ("unread: "). */
export function Count({ value, label, fresh }: { value: number; label: string; fresh?: boolean }) {
  return (
    <span className={cx(styles.count, fresh && styles.fresh)}>
      <span className="vh">{label} </span>
      {value > 99 ? '99+' : value}
    </span>
  );
}
