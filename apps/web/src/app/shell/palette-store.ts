import { createStore } from '../common/store.js';

/** What is typed into the list of commands while it is open. It stands here so that typing may begin before the list is there. */
export const palette = createStore<{ typed: string } | null>(null);

export function togglePalette(): void {
  palette.set((open) => (open ? null : { typed: '' }));
}
