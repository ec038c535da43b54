import { createStore } from './store.js';

/** What the page's one polite live region says. The count lets the same words be said twice. */
export const announcements = createStore({ words: '', times: 0 });

/** Says something to people who do not see the screen. */
export function announce(words: string): void {
  announcements.set((before) => ({ words, times: before.times + 1 }));
}
