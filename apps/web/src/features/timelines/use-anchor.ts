import type { Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import type { TimelineRow } from './with-outbox.js';

export type WindowVirtualizer = ReturnType<typeof useWindowVirtualizer>;

interface AnchorOptions {
  list: RefObject<HTMLDivElement | null>;
  rows: readonly TimelineRow[];
  virtualizer: WindowVirtualizer | null;
  keepPlace: number;
  goToTop: number;
}

/** The rows of a range with some on either side, and always the focused one. */
export function defaultRange(range: Range, active: number): number[] {
  const start = Math.max(range.startIndex - range.overscan, 0);
  const end = Math.min(range.endIndex + range.overscan, range.count - 1);
  const indexes = Array.from({ length: Math.max(0, end - start + 1) }, (_, offset) => start + offset);
  if (active >= 0 && active < range.count && (active < start || active > end)) indexes.push(active);
  return indexes.sort((a, b) => a - b);
}

/**
 * Holds the first visible row where it is while rows come and go above it. At the very top new rows may push down what is
 * below, because the reader asked to see them, unless `keepPlace` was raised with them.
 */
export function useAnchor({ list, rows, virtualizer, keepPlace, goToTop }: AnchorOptions): void {
  const anchor = useRef<{ key: string; top: number } | null>(null);
  const kept = useRef(keepPlace);
  const gone = useRef(goToTop);

  const remember = useEffectEvent(() => {
    const feed = list.current;
    if (!feed) return;
    anchor.current = null;
    for (const element of feed.children) {
      const { top, bottom } = element.getBoundingClientRect();
      const key = (element as HTMLElement).dataset['row'];
      if (key && bottom > 64 && (!anchor.current || top < anchor.current.top)) anchor.current = { key, top };
    }
  });

  const hold = useEffectEvent(() => {
    const feed = list.current;
    const held = anchor.current;
    const wanted = keepPlace !== kept.current;
    kept.current = keepPlace;
    if (goToTop !== gone.current) {
      gone.current = goToTop;
      anchor.current = null;
      scrollTo({ top: 0, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
      return;
    }
    if (feed && held && (wanted || scrollY > 8)) {
      const index = rows.findIndex((row) => row.key === held.key);
      const start = index < 0 ? undefined : startOf(feed, index, held.key, virtualizer);
      if (start !== undefined && Math.abs(start - scrollY - held.top) >= 1)
        scrollTo({ top: start - held.top, behavior: 'instant' });
    }
    remember();
  });
  useLayoutEffect(() => hold(), [rows, keepPlace, goToTop]);

  useEffect(() => {
    let frame = 0;
    const onScroll = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        remember();
      });
    };
    addEventListener('scroll', onScroll, { passive: true });
    addEventListener('resize', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', onScroll);
      removeEventListener('resize', onScroll);
    };
  }, []);
}

/** Where a row starts on the page, also when it is not drawn right now. */
function startOf(feed: HTMLElement, index: number, key: string, virtualizer: WindowVirtualizer | null): number | undefined {
  if (virtualizer) {
    const item = virtualizer.measurementsCache[index];
    // The list may have moved with what stands above it before the virtualizer hears of it.
    return item && item.start - virtualizer.options.scrollMargin + feed.getBoundingClientRect().top + scrollY;
  }
  const element = feed.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  return element ? element.getBoundingClientRect().top + scrollY : undefined;
}
