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

/** What is known, else what the server says. */
export async function loadState(): Promise<AppState> {
  return stateStore.get() ?? reloadState();
}

/** The routes load it before any page is drawn. */
export function useAppState(): AppState {
  const state = useStore(stateStore);
  if (!state) throw new Error('The page was drawn before its state was loaded');
  return state;
}
