import type { FocusEvent, RefObject } from 'react';
import { Header, Menu, MenuItem as Item, MenuSection, Popover, Separator } from 'react-aria-components';
import { cx } from '../cx.js';
import { Icon } from '../icon.js';
import type { IconName } from '../icon-shapes.js';
import styles from './menu-overlay.module.css';

/** One line of a menu. A line with `checked` belongs to a choice of one. */
export interface MenuItem {
  id: string;
  label: string;
  hint?: string;
  icon?: IconName;
  /** Shortcut shown at the end; the page itself listens for it. */
  keys?: string;
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  href?: string;
  onAction?: () => void;
}

/** Items in groups divided by a line; an empty title leaves the group unnamed. */
export interface MenuGroup {
  title?: string;
  items: MenuItem[];
}

interface MenuOverlayProps {
  trigger: RefObject<HTMLButtonElement | null>;
  label: string;
  groups: MenuGroup[];
  placement: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  onClose: () => void;
}

export default function MenuOverlay({ trigger, label, groups, placement, onClose }: MenuOverlayProps) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement={placement}
      offset={4}
      className={styles.menu}
    >
      <div onFocus={intoItem}>
        <Menu aria-label={label} autoFocus="first" onClose={onClose} className={styles.list}>
          {groups.flatMap((group, index) => [
            ...(index > 0 ? [<Separator key={`line-${index}`} className={styles.line} />] : []),
            <MenuSection
              key={`group-${index}`}
              aria-label={group.title ?? label}
              selectionMode={group.items.some((item) => item.checked !== undefined) ? 'single' : 'none'}
              disallowEmptySelection
              selectedKeys={group.items.filter((item) => item.checked).map((item) => item.id)}
            >
              {group.title && <Header className={styles.title}>{group.title}</Header>}
              {group.items.map((item) => (
                <Line key={item.id} item={item} />
              ))}
            </MenuSection>,
          ])}
        </Menu>
      </div>
    </Popover>
  );
}

/** Opened a second time, the list itself would keep the focus, and Enter would do nothing. */
function intoItem({ target }: FocusEvent<HTMLElement>): void {
  if (target.getAttribute('role') !== 'menu') return;
  const item =
    target.querySelector<HTMLElement>('[data-focused]') ??
    target.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])');
  item?.focus();
}

function Line({ item }: { item: MenuItem }) {
  return (
    <Item
      id={item.id}
      textValue={item.label}
      isDisabled={item.disabled}
      href={item.href}
      onAction={item.onAction}
      className={cx(styles.item, item.danger && styles.danger)}
    >
      {item.icon && <Icon name={item.icon} />}
      <span className="grow">
        {item.label}
        {item.hint && <span className={styles.hint}>{item.hint}</span>}
      </span>
      {item.checked && <Icon name="check" small />}
      {item.keys && <kbd className={styles.keys}>{item.keys}</kbd>}
    </Item>
  );
}
