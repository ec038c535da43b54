import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useKeys } from '../../app/keys/use-keys.js';
import { takesText } from '../../app/keys/keymap.js';
import type { TimelineRow } from './with-outbox.js';
import type { WindowVirtualizer } from './use-anchor.js';

interface FeedKeysOptions {
  list: RefObject<HTMLDivElement | null>;
  rows: readonly TimelineRow[];
  active: string | null;
  setActive: (key: string) => void;
  virtualizer: WindowVirtualizer | null;
}

/** J and K, the ARIA feed keys, Home and End; focus goes by key of the row, never by index, so lists may grow meanwhile. */
export function useFeedKeys({ list, rows, active, setActive, virtualizer }: FeedKeysOptions) {
  // A row that had the focus when the page was left gets it back, once it is drawn.
  const wanted = useRef<string | null>(active);

  const article = (key: string) => list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] article`);
  const take = (key: string) => {
    const target = article(key);
    if (!target) return false;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
    return true;
  };
  const focusRow = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.key);
    if (take(row.key)) return;
    // Not drawn: bring it in, and focus it once it is.
    wanted.current = row.key;
    virtualizer?.scrollToIndex(index, { align: 'auto' });
  };
  useLayoutEffect(() => {
    if (wanted.current && take(wanted.current)) wanted.current = null;
  });

  const step = (by: 1 | -1) => {
    const from = rows.findIndex((row) => row.key === active);
    const isFocused = list.current?.contains(document.activeElement);
    if (!isFocused) return focusRow(from >= 0 && isOnScreen(article(rows[from]?.key ?? '')) ? from : firstOnScreen());
    for (let index = from + by; index >= 0 && index < rows.length; index += by) {
      if (isStop(rows[index])) return focusRow(index);
    }
    return undefined;
  };
  const firstOnScreen = () => {
    const element = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]:has(article)') ?? [])].find(
      (row) => row.getBoundingClientRect().bottom > 80,
    );
    return rows.findIndex((row) => row.key === element?.dataset['row']);
  };

  useKeys({ j: () => step(1), k: () => step(-1) });

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || takesText(target.tagName, target.getAttribute('type'), target.isContentEditable)) return;
    const moves: Record<string, () => void> = {
      PageDown: () => step(1),
      PageUp: () => step(-1),
      Home: () => focusRow(rows.findIndex(isStop)),
      End: () => focusRow(rows.findLastIndex(isStop)),
    };
    if (event.ctrlKey && event.key === 'End') {
      event.preventDefault();
      list.current?.parentElement?.querySelector<HTMLElement>('[data-feed-exit]')?.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return { onKeyDown, focusRow };
}

function isStop(row: TimelineRow | undefined): boolean {
  return row !== undefined && row.kind !== 'band' && row.kind !== 'line';
}

function isOnScreen(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 64 && top < innerHeight;
}
