import { cx } from '@roost/ui';
import { isReturning, returningFocus } from '../../app/focus-memory.js';
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type ReactNode,
} from 'react';
import { defaultRange, useAnchor } from './use-anchor.js';
import { useFeedKeys } from './use-feed-keys.js';
import { useSeen } from './use-seen.js';
import type { TimelineRow } from './with-outbox.js';
import styles from './feed.module.css';

/** Below this many rows everything is drawn; the browser's own search and printing then see all of it. */
const virtualFrom = 60;

export interface RowContext {
  /** Position among the posts, counted from 1. */
  position: number;
  tabIndex: number;
}

export interface FeedProps {
  /** Names the list for what it remembers while other pages are open. */
  id: string;
  label: string;
  rows: readonly TimelineRow[];
  renderRow: (row: TimelineRow, context: RowContext) => ReactNode;
  busy?: boolean;
  /** Asked when the end comes near. */
  onMore?: () => void;
  /** Told of each entry that was at least half on screen for a second. */
  onSeen?: (entryId: string) => void;
  /** Raise it to keep the pixel under the reader's eye also at the very top. */
  keepPlace?: number;
  /** Raise it to go to the top once the rows that come with it are drawn. */
  goToTop?: number;
  children?: ReactNode;
}

/** Sizes and place of lists that were left, so that going back finds the same rows at the same pixels. */
const left = new Map<string, { sizes: VirtualItem[]; offset: number }>();

/** An ARIA feed with one tab stop. What is inserted above never moves what is on screen; the focused row is always mounted. */
export function Feed({
  id,
  label,
  rows,
  renderRow,
  busy = false,
  onMore,
  onSeen,
  keepPlace = 0,
  goToTop = 0,
  children,
}: FeedProps) {
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [active, setActive] = useState<string | null>(returningFocus);
  const virtual = rows.length > virtualFrom;
  const activeIndex = active === null ? -1 : rows.findIndex((row) => row.key === active);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    overscan: 8,
    // Whole pixels, rather less than more: rows then never leave a hairline of the page between them.
    measureElement: (element) => Math.floor(element.getBoundingClientRect().height),
    scrollMargin: margin,
    initialMeasurementsCache: left.get(id)?.sizes,
    initialOffset: isReturning() ? left.get(id)?.offset : undefined,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    estimateSize: (index) => (rows[index]?.kind === 'post' ? 124 : 48),
    rangeExtractor: (range) => defaultRange(range, activeIndex),
  });
  // Below the limit all rows are in the page's own flow and the browser keeps them in order; sizes are only collected.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, instance) =>
    virtual && item.start < (instance.scrollOffset ?? 0);
  const measure = useEffectEvent(() => {
    const top = list.current ? Math.round(list.current.getBoundingClientRect().top + scrollY) : 0;
    if (top !== margin) setMargin(top);
  });
  useLayoutEffect(() => measure());
  useEffect(
    () => () => {
      left.set(id, { sizes: virtualizer.takeSnapshot(), offset: virtualizer.scrollOffset ?? 0 });
    },
    [id, virtualizer],
  );

  useAnchor({ list, rows, virtualizer: virtual ? virtualizer : null, keepPlace, goToTop });
  const { onKeyDown, focusRow } = useFeedKeys({ list, rows, active, setActive, virtualizer: virtual ? virtualizer : null });
  const seen = useSeen(onSeen);

  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || !onMore) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onMore(), {
      rootMargin: '0px 0px 800px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onMore, rows.length]);

  const firstPost = rows.find((row) => row.kind === 'post')?.key ?? null;
  const stop = active !== null && activeIndex >= 0 ? active : firstPost;
  const draw = (row: TimelineRow, index: number, item?: VirtualItem) => (
    <RowBox
      key={row.key}
      row={row}
      index={index}
      offset={item && item.start - margin}
      measure={virtualizer.measureElement}
      seen={seen}
    >
      {renderRow(row, { position: index + 1, tabIndex: row.key === stop ? 0 : -1 })}
    </RowBox>
  );

  return (
    <>
      <div
        ref={list}
        role="feed"
        aria-label={label}
        aria-busy={busy}
        data-feed={id}
        className={styles.feed}
        style={virtual ? { blockSize: `${virtualizer.getTotalSize()}px` } : undefined}
        onKeyDown={onKeyDown}
        onFocus={(event: FocusEvent<HTMLDivElement>) => {
          const row = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
          if (row) setActive(row);
        }}
      >
        {virtual
          ? virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return row ? draw(row, item.index, item) : null;
            })
          : rows.map((row, index) => draw(row, index))}
      </div>
      <div ref={end} />
      {children}
      <FeedExit onBack={() => focusRow(rows.findIndex((row) => row.key === stop))} />
    </>
  );
}

interface RowBoxProps {
  row: TimelineRow;
  index: number;
  /** Where it stands in a virtual list; missing in the flow. */
  offset: number | undefined;
  measure: (element: HTMLElement | null) => void;
  seen: (element: HTMLElement | null) => (() => void) | undefined;
  children: ReactNode;
}

function RowBox({ row, index, offset, measure, seen, children }: RowBoxProps) {
  const entry = row.kind === 'post' ? row.entryId : undefined;
  const hold = useCallback(
    (element: HTMLDivElement | null) => {
      measure(element);
      const stop = seen(element);
      return () => {
        stop?.();
        measure(null);
      };
    },
    [measure, seen],
  );
  return (
    <div
      ref={hold}
      data-index={index}
      data-row={row.key}
      data-entry={entry}
      className={rowClass(row)}
      style={
        offset === undefined
          ? undefined
          : { position: 'absolute', insetInline: 0, insetBlockStart: 0, transform: `translateY(${offset}px)` }
      }
    >
      {children}
    </div>
  );
}

function rowClass(row: TimelineRow): string {
  if (row.kind !== 'post' && row.kind !== 'outbox') return cx(styles.row);
  const ruled = !row.first && !(row.kind === 'post' && row.inRun);
  return cx(styles.row, styles.paper, row.first && styles.first, row.last && styles.last, ruled && styles.ruled);
}

/** Where Ctrl+End lands: just after the feed, out of the tab order. */
function FeedExit({ onBack }: { onBack: () => void }) {
  return <span data-feed-exit tabIndex={-1} className="vh" onKeyDown={(event) => event.key === 'ArrowUp' && onBack()} />;
}
