import { createStore } from '../common/store.js';

export const keyHelp = createStore(false);

export function openKeyHelp(): void {
  keyHelp.set(true);
}
