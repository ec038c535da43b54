import { createStore, useStore } from '../../app/common/store.js';

/** Posts whose content warning was opened during this visit; a row that scrolled away and came back stays open. */
const unfolded = createStore<ReadonlySet<string>>(new Set());

export function useUnfolded(id: string): [boolean, () => void] {
  const open = useStore(unfolded, (set) => set.has(id));
  return [
    open,
    () =>
      unfolded.set((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
  ];
}
