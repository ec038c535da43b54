import type { ButtonHTMLAttributes, Ref } from 'react';
import { cx } from './cx.js';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'line' | 'quiet' | 'soft' | 'danger' | 'danger-line';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  size?: 'small' | 'normal' | 'big';
  icon?: IconName;
  /** Keeps its focus and says so while work runs; presses do nothing. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'line', size = 'normal', icon, busy, className, children, onClick, ref, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={buttonClass(look, size, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} small={size === 'small'} />}
      {children}
    </button>
  );
}

/** The same look for links: `<Link className={buttonClass('primary')}>`. */
export function buttonClass(look: ButtonLook = 'line', size: 'small' | 'normal' | 'big' = 'normal', className?: string): string {
  return cx(styles.button, styles[look], size !== 'normal' && styles[size], className);
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** The name read out, and the first part of the tooltip. */
  label: string;
  /** Key shown in the tooltip. */
  keys?: string;
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, keys, small, className, ref, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} ref={ref} className={cx(styles.icon, small && styles.iconSmall, className)}>
      <Icon name={icon} />
      <span className="vh">{label}</span>
      <span className={styles.tip} aria-hidden="true">
        {label}
        {keys && <kbd>{keys}</kbd>}
      </span>
    </button>
  );
}

/** A key cap, drawn: it is decoration beside words that name the action, so it is no part of any accessible name. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles.kbd} data-key={children} />;
}
