import type { Status } from '@roost/contracts';
import { createStore, useStore, type Store } from '../../app/common/store.js';
import { placeOf, withoutHidden } from '../statuses/filtered.js';
import { mapStatuses } from '../statuses/map-statuses.js';
import { compareIds, type Gap } from './rows.js';

/** What arrived for a list and was not let in yet, newest first, and what was missed in between. */
export interface Pending {
  statuses: Status[];
  gaps: Gap[];
}

const empty: Pending = { statuses: [], gaps: [] };
const stores = new Map<string, Store<Pending>>();

function storeOf(feed: string): Store<Pending> {
  let store = stores.get(feed);
  if (!store) stores.set(feed, (store = createStore(empty)));
  return store;
}

export function usePending(feed: string): Pending {
  return useStore(storeOf(feed));
}

export function pendingNow(feed: string): Pending {
  return storeOf(feed).get();
}

/** Keeps new posts waiting, but for those a filter hides; one that already waits is replaced by its newer word. */
export function addPending(feed: string, statuses: readonly Status[], gaps: readonly Gap[] = []): void {
  storeOf(feed).set((before) => mergePending(before, withoutHidden(placeOf(feed), statuses), gaps));
}

function mergePending(before: Pending, statuses: readonly Status[], gaps: readonly Gap[]): Pending {
  const byId = new Map(before.statuses.map((status) => [status.id, status]));
  for (const status of statuses) byId.set(status.id, status);
  return {
    statuses: [...byId.values()].sort((a, b) => compareIds(b.id, a.id)),
    gaps: [...before.gaps, ...gaps],
  };
}

/** Hands over what waits and empties the buffer. */
export function takePending(feed: string): Pending {
  const store = storeOf(feed);
  const taken = store.get();
  store.set(empty);
  return taken;
}

/** Nothing waits any more anywhere: all lists are asked for again. */
export function dropPending(): void {
  for (const store of stores.values()) store.set(empty);
}

/** Changes a waiting post; returning null drops it. */
export function changePending(id: string, change: (status: Status) => Status | null): void {
  for (const store of stores.values()) {
    store.set((before) => {
      const statuses = before.statuses.flatMap((status) => {
        if (status.id === id || status.reblog?.id === id) {
          const next =
            status.id === id
              ? change(status)
              : mapStatuses(status, (inner) => (inner.id === id ? (change(inner) ?? inner) : inner));
          return next ? [next] : [];
        }
        return [status];
      });
      return statuses.every((status, index) => status === before.statuses[index]) && statuses.length === before.statuses.length
        ? before
        : { ...before, statuses };
    });
  }
}
