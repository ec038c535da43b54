import type { Status } from '@roost/contracts';
import { createStore, useStore } from '../../app/common/store.js';

/** What a person has done to a status that the server has not confirmed yet. */
export interface StatusChange {
  favourited?: boolean;
  reblogged?: boolean;
  bookmarked?: boolean;
  pinned?: boolean;
  muted?: boolean;
  /** Deleted here a moment ago; the time stands on its stone. */
  deletedAt?: number;
}

type Counted = 'favourited' | 'reblogged';
const counts = { favourited: 'favourites_count', reblogged: 'reblogs_count' } as const satisfies Record<Counted, keyof Status>;

/** The status as the person expects to see it. The same object comes back when nothing differs. */
export function mergeChange<S extends Status>(status: S, change: StatusChange | undefined): S {
  if (!change) return status;
  const { deletedAt: _, ...flags } = change;
  const merged: S = { ...status };
  let differs = false;
  for (const [flag, wanted] of Object.entries(flags) as [keyof typeof flags, boolean | undefined][]) {
    if (wanted === undefined || Boolean(status[flag]) === wanted) continue;
    differs = true;
    Object.assign(merged, { [flag]: wanted });
    if (flag in counts) {
      const field = counts[flag as Counted];
      Object.assign(merged, { [field]: Math.max(0, status[field] + (wanted ? 1 : -1)) });
    }
  }
  return differs ? merged : status;
}

/** One overlay for all lists, keyed by status id, so that home, thread and search always agree. */
export const overlay = createStore<ReadonlyMap<string, StatusChange>>(new Map());

export function changeOverlay(id: string, change: StatusChange): void {
  overlay.set((before) => new Map(before).set(id, { ...before.get(id), ...change }));
}

/** Takes back parts of a change: when the server confirmed it (its own answer is in the cache) or refused it. */
export function dropFromOverlay(id: string, keys: (keyof StatusChange)[]): void {
  overlay.set((before) => {
    const change = before.get(id);
    if (!change) return before;
    const rest = Object.fromEntries(Object.entries(change).filter(([key]) => !keys.includes(key as keyof StatusChange)));
    const after = new Map(before);
    if (Object.keys(rest).length === 0) after.delete(id);
    else after.set(id, rest);
    return after;
  });
}

/** The change of one status; components draw again only when theirs changes. */
export function useStatusChange(id: string): StatusChange | undefined {
  return useStore(overlay, (map) => map.get(id));
}
