import type { Page, Paged } from '../platform/http/paging.js';

/** How a list is read: pick rows in its order, load them, sift. */
export interface PageSource<Row, Item> {
  /** At most `limit` rows within the bounds of the page: newest first, or oldest first when it has a `min_id`. */
  pick(page: Page): Promise<Row[]>;
  /** The value of the column that the list is ordered by. */
  cursor(row: Row): string;
  /** False for rows that the pick already knows to be left out. */
  wanted?(row: Row): boolean;
  /** What the reader sees of each row, in the same order; null for what they may not see. */
  load(rows: Row[]): Promise<(Item | null)[]>;
  /** How many rows to pick for each that is missing, where many are known to be left out. */
  surplus?: number;
}

/** Picks after which a page is handed out short. Each is larger than the one before, so thousands of rows were left out by then. */
const ROUNDS = 6;

/**
 * Reads one page. Rows that are left out are made up for by further picks, and one row more than needed is picked, so that a next
 * page is announced exactly when there is one. The cursors name the ends of what was read, not of what was kept: a page always moves on.
 */
export async function fillPage<Row, Item>(page: Page, source: PageSource<Row, Item>): Promise<Paged<Item>> {
  const upwards = page.min_id !== undefined;
  const items: Item[] = [];
  let rest = page;
  let first: string | null = null;
  let last: string | null = null;
  let more = true;
  for (let round = 0; round < ROUNDS && more && items.length < page.limit; round += 1) {
    const missing = page.limit - items.length;
    const most = round === 0 ? missing : page.limit * 2 ** round;
    const batch = most * (source.surplus ?? 1);
    const rows = await source.pick({ ...rest, limit: batch + 1 });
    const read = upToWanted(rows.slice(0, batch), most, source);
    const loaded = await source.load(read.filter((row) => source.wanted?.(row) !== false));
    let done = 0;
    for (const row of read) {
      if (items.length === page.limit) break;
      done += 1;
      last = source.cursor(row);
      first ??= last;
      const item = source.wanted?.(row) === false ? null : loaded.shift();
      if (item !== null && item !== undefined) items.push(item);
    }
    more = rows.length > done;
    if (last !== null) rest = upwards ? { ...rest, min_id: last } : { ...rest, max_id: last };
  }
  if (first === null || (items.length === 0 && !more)) return { items: [], newest: null, oldest: null, more: false };
  if (!upwards) return { items, newest: first, oldest: last, more };
  const older = await source.pick({ max_id: first, limit: 1 });
  return { items: items.reverse(), newest: last, oldest: first, more: older.length > 0 };
}

/** The rows up to the one that is the last to be loaded. */
function upToWanted<Row, Item>(rows: Row[], most: number, source: PageSource<Row, Item>): Row[] {
  let wanted = 0;
  const end = rows.findIndex((row) => source.wanted?.(row) !== false && (wanted += 1) === most);
  return end === -1 ? rows : rows.slice(0, end + 1);
}
