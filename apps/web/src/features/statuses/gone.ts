import { createStore, useStore } from '../../app/common/store.js';

/** Statuses that were deleted elsewhere while shown here, with the time we heard of it: they become stones. */
const goneStatuses = createStore<ReadonlyMap<string, number>>(new Map());

export function useGone(id: string): number | undefined {
  return useStore(goneStatuses, (map) => map.get(id));
}

const heights = new Map<string, number>();

/** Puts a stone in its place everywhere. It keeps the room the post took on screen, so that nothing below moves. */
export function markGone(id: string): void {
  const shown = document.querySelector<HTMLElement>(`[data-status="${CSS.escape(id)}"]`);
  if (shown) heights.set(id, shown.getBoundingClientRect().height);
  goneStatuses.set((before) => new Map(before).set(id, Date.now()));
}

/** How tall the post was when it went, if it was on screen. */
export function heightOfGone(id: string): number | undefined {
  return heights.get(id);
}
