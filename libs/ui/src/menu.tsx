import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import type { MenuGroup, MenuItem } from './overlays/menu-overlay.js';
import { buttonClass, IconButton, type ButtonLook } from './button.js';

export type { MenuGroup, MenuItem };

export interface MenuButtonProps {
  label: string;
  groups: MenuGroup[] | (() => MenuGroup[]);
  /** Replaces the icon button when given. */
  children?: ReactNode;
  icon?: IconName;
  keys?: string;
  look?: ButtonLook;
  small?: boolean;
  className?: string;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  /** Lets a keyboard shortcut open the same menu. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  disabled?: boolean;
}

const loadOverlay = () => import('./overlays/menu-overlay.js');
const MenuOverlay = lazy(loadOverlay);

/** The trigger is plain and small; the menu itself arrives with the overlay chunk, fetched on hover or focus. */
export function MenuButton({
  label,
  groups,
  children,
  icon = 'more',
  keys,
  look,
  small,
  className,
  placement = 'bottom end',
  disabled,
  ...rest
}: MenuButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState(false);
  const open = rest.open ?? own;
  const setOpen = (next: boolean) => {
    setOwn(next);
    rest.onOpenChange?.(next);
  };
  const shared = {
    ref: trigger,
    disabled,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onPointerEnter: () => void loadOverlay(),
    onFocus: () => void loadOverlay(),
    onClick: () => setOpen(!open),
  };
  return (
    <>
      {children === undefined ? (
        <IconButton {...shared} icon={icon} label={label} keys={keys} small={small} className={className} />
      ) : (
        <button
          type="button"
          {...shared}
          aria-label={label}
          title={keys && `${label} (${keys})`}
          className={look ? buttonClass(look, small ? 'small' : 'normal', className) : className}
        >
          {children}
        </button>
      )}
      {open && (
        <Suspense fallback={null}>
          <MenuOverlay
            trigger={trigger}
            label={label}
            groups={typeof groups === 'function' ? groups() : groups}
            placement={placement}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The small arrow that says a button opens a list. */
export function MenuArrow() {
  return <Icon name="down" small />;
}
