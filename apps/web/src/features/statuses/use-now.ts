import { createStore, useStore } from '../../app/common/store.js';

/** The minute it is, so that times turn into weekdays while the page stays open. */
const minute = createStore(startOfMinute());
setInterval(() => minute.set(startOfMinute()), 15_000);

function startOfMinute(): number {
  return Math.floor(Date.now() / 60_000) * 60_000;
}

export function useNow(): number {
  return useStore(minute);
}
