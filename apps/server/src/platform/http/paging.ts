/** Which part of a list is wanted. Ids are decimal strings of the column the list is ordered by. */
export interface Page {
  /** Only older than this. */
  max_id?: string | undefined;
  /** Only newer than this, the newest page. */
  since_id?: string | undefined;
  /** Only newer than this, the page that follows it. */
  min_id?: string | undefined;
  limit: number;
}

/** Rows of one page, newest first, with the cursors of its ends. */
export interface Paged<Item> {
  items: Item[];
  /** Cursor of the newest and oldest row picked; null on an empty page. */
  newest: string | null;
  oldest: string | null;
  /** True when older rows may exist. */
  more: boolean;
}

const LAST_ID = '9007199254740991';

/**
 * Bounds for SQL: `id < below and id > above order by id desc|asc limit`.
 * `min_id` reads upwards from its row; the caller reverses the rows then.
 */
export function bounds(page: Page): { below: string; above: string; ascending: boolean } {
  return {
    below: page.max_id ?? LAST_ID,
    above: page.min_id ?? page.since_id ?? '0',
    ascending: page.min_id !== undefined,
  };
}

/** Puts rows that were picked with {@link bounds} into a page. `cursor` names the column the list is ordered by. */
export function paged<Row>(rows: Row[], page: Page, cursor: (row: Row) => string): Paged<Row> {
  const items = page.min_id === undefined ? rows : [...rows].reverse();
  const newest = items[0];
  const oldest = items.at(-1);
  return {
    items,
    newest: newest === undefined ? null : cursor(newest),
    oldest: oldest === undefined ? null : cursor(oldest),
    more: page.min_id !== undefined ? oldest !== undefined : rows.length >= page.limit,
  };
}

/** Orders ids as clients do: by length, then lexically. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
