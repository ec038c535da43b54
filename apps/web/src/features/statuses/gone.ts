import { createStore, useStore } from '../../app/common/store.js';

/** Statuses that were deleted elsewhere while shown here, with the time we heard of it: they become stones. */
export const goneStatuses = createStore<ReadonlyMap<string, number>>(new Map());

export function useGone(id: string): number | undefined {
  return useStore(goneStatuses, (map) => map.get(id));
}
