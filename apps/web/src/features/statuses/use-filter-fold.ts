import type { Status } from '@roost/contracts';
import { useContext } from 'react';
import { FilterPlace, filterTitles } from './filtered.js';
import { useUnfolded } from './unfolded.js';

/**
 * Whether the reader's filters fold a post here. What they would leave out is folded where one asked for this very post.
 * @param focusName of the row, as `data-focus`
 */
export function useFilterFold(
  status: Status,
  focusName: string = status.id,
): { titles: string[]; folded: boolean; toggle: () => void } {
  const titles = filterTitles(status, useContext(FilterPlace), ['warn', 'hide']);
  const [open, toggle] = useUnfolded(`filter-${status.id}`);
  const toggleAndStay = () => {
    toggle();
    // Another element draws the row then: the focus goes on to it.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focusName)}"]`)?.focus({ preventScroll: true }),
    );
  };
  return { titles, folded: titles.length > 0 && !open, toggle: toggleAndStay };
}
