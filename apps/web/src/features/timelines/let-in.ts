import type { Status } from '@roost/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { api, type Page } from '../../api/client.js';
import { takePending } from './pending.js';
import { compareIds, type Gap } from './rows.js';
import { feedPath, flatten, type Feed } from './timeline-query.js';

type List = InfiniteData<Page<Status>, string | null>;

/** Longer lists are cut at the end when the reader goes to the top, so that a day of reading does not fill the memory. */
const mostPosts = 600;

const keyOf = (feed: Feed) => ['statuses', 'timeline', feed];
export const gapsKey = (feed: Feed) => ['gaps', feed];

/** Puts what waited behind the pill into the list. */
export function letIn(client: QueryClient, feed: Feed, { trim }: { trim: boolean }): void {
  const { statuses, gaps } = takePending(feed);
  if (gaps.length > 0) client.setQueryData<Gap[]>(gapsKey(feed), (before = []) => [...gaps, ...before]);
  client.setQueryData<List>(keyOf(feed), (before) => {
    const grown = insert(before, statuses);
    return trim ? trimmed(grown) : grown;
  });
}

/** Adds posts at their place in the list; those it knows already stay as they are. */
export function insert(before: List | undefined, statuses: readonly Status[]): List | undefined {
  if (!before || statuses.length === 0) return before;
  const known = new Set(flatten(before.pages).map((status) => status.id));
  const fresh = statuses.filter((status) => !known.has(status.id)).sort((a, b) => compareIds(b.id, a.id));
  if (fresh.length === 0) return before;
  const rest = [...fresh];
  const pages = before.pages.map((page, index) => {
    const oldest = page.items[page.items.length - 1];
    const isLast = index === before.pages.length - 1;
    const here = rest.filter((status) => isLast || !oldest || compareIds(status.id, oldest.id) > 0);
    if (here.length === 0) return page;
    rest.splice(0, here.length);
    return { ...page, items: [...page.items, ...here].sort((a, b) => compareIds(b.id, a.id)) };
  });
  return { ...before, pages };
}

function trimmed(list: List | undefined): List | undefined {
  if (!list) return list;
  let posts = 0;
  const keep = list.pages.findIndex((page) => (posts += page.items.length) >= mostPosts) + 1;
  if (keep === 0 || keep === list.pages.length) return list;
  return { pages: list.pages.slice(0, keep), pageParams: list.pageParams.slice(0, keep) };
}

/** Loads the newest part of what a gap hides; the gap shrinks or closes. */
export async function fillGap(client: QueryClient, feed: Feed, gap: Gap): Promise<void> {
  const size = 40;
  const path = feedPath(feed);
  const page = await api.page<Status>(
    `${path}${path.includes('?') ? '&' : '?'}limit=${size}&max_id=${gap.above}&since_id=${gap.below}`,
  );
  const last = page.items[page.items.length - 1];
  client.setQueryData<Gap[]>(gapsKey(feed), (before = []) =>
    before.flatMap((entry) => {
      if (entry.above !== gap.above) return [entry];
      return page.items.length === size && last ? [{ ...entry, above: last.id, to: Date.parse(last.created_at) }] : [];
    }),
  );
  client.setQueryData<List>(keyOf(feed), (before) => insert(before, page.items));
}
