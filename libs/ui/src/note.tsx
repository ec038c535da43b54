import type { ReactNode } from 'react';
import { cx } from './cx.js';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import styles from './note.module.css';

/** A coloured line of explanation inside a page or a form. */
export function Note({
  tone,
  icon,
  children,
  role,
}: {
  tone: 'accent' | 'ember' | 'brick' | 'iris';
  icon?: IconName;
  children: ReactNode;
  role?: 'status' | 'alert';
}) {
  return (
    <div className={cx(styles.note, styles[tone])} role={role}>
      {icon && <Icon name={icon} />}
      <div className="grow">{children}</div>
    </div>
  );
}
