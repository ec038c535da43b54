import type { FilterResult } from '@roost/contracts';
import { phraseFinder, type Searchable } from '@roost/text';

/** A filter of a viewer, ready to be held against texts. */
export interface ActiveFilter {
  /** As clients see it, without its keywords. */
  head: FilterResult['filter'];
  /** Milliseconds; Infinity for never. */
  until: number;
  phrases: readonly { keyword: string; isIn: (text: Searchable) => boolean }[];
  /** Statuses that it names. */
  statuses: ReadonlySet<string>;
}

/** A filter as the database keeps it. */
export interface FilterRow {
  id: string;
  title: string;
  context: FilterResult['filter']['context'];
  action: FilterResult['filter']['filter_action'];
  expires_at: Date | null;
}

/** Columns of {@link FilterRow}, for statements that name the table `f`. */
export const FILTER_COLUMNS = 'f.id, f.title, f.context, f.action, f.expires_at';

export function presentFilter(row: FilterRow): ActiveFilter['head'] {
  const { id, title, context, action } = row;
  return { id, title, context, expires_at: row.expires_at?.toISOString() ?? null, filter_action: action };
}

export function activeFilter(
  row: FilterRow,
  keywords: readonly { keyword: string; whole_word: boolean }[],
  statuses: readonly string[],
): ActiveFilter {
  return {
    head: presentFilter(row),
    until: row.expires_at?.getTime() ?? Infinity,
    phrases: keywords.flatMap(({ keyword, whole_word }) => {
      const isIn = phraseFinder(keyword, whole_word);
      return isIn ? [{ keyword, isIn }] : [];
    }),
    statuses: new Set(statuses),
  };
}
