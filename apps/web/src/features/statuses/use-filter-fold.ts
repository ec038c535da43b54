import type { Status } from '@roost/contracts';
import { useContext } from 'react';
import { FilterPlace, filterTitles } from './filtered.js';
import { useUnfolded } from './unfolded.js';

/** Whether the reader's filters fold a post here. What they would leave out is folded where one asked for this very post. */
export function useFilterFold(status: Status): { titles: string[]; folded: boolean; toggle: () => void } {
  const titles = filterTitles(status, useContext(FilterPlace), ['warn', 'hide']);
  const [open, toggle] = useUnfolded(`filter-${status.id}`);
  return { titles, folded: titles.length > 0 && !open, toggle };
}
