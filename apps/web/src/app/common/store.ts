import { useSyncExternalStore } from 'react';

/** A value outside React that components can follow. */
export interface Store<T> {
  get: () => T;
  set: (change: T | ((before: T) => T)) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      const next = typeof change === 'function' ? (change as (before: T) => T)(value) : change;
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<T>(store: Store<T>): T;
export function useStore<T, P>(store: Store<T>, pick: (value: T) => P): P;
/** `pick` must return the same reference for the same value. */
export function useStore<T, P>(store: Store<T>, pick?: (value: T) => P): T | P {
  const read = () => (pick ? pick(store.get()) : store.get());
  return useSyncExternalStore(store.subscribe, read);
}
