import type { AppState } from '@roost/contracts';
import { createStore, useStore } from '../app/common/store.js';
import { api } from './client.js';

/**
 * Site, session and preferences: what the first screen needs. Changes only by what the person does here, and stands outside
 * the query cache, whose code comes with the pages inside.
 */
export const stateStore = createStore<AppState | null>(null);

/** Asks the server again, after a session began or ended. */
export async function reloadState(): Promise<AppState> {
  const state = await api.get<AppState>('/api/roost/v1/state');
  stateStore.set(state);
  return state;
}

let asked: Promise<AppState> | undefined;

/** What is known, else what the server says; asking twice at once is one question. */
export async function loadState(): Promise<AppState> {
  const known = stateStore.get();
  if (known) return known;
  asked ??= reloadState().finally(() => (asked = undefined));
  return asked;
}

/** The routes load it before any page is drawn. */
export function useAppState(): AppState {
  const state = useStore(stateStore);
  if (!state) throw new Error('The page was drawn before its state was loaded');
  return state;
}
