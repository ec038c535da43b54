import type { FilterContext, FilterResult, Status } from '@roost/contracts';
import { type Searchable, searchable } from '@roost/text';
import type { ActiveFilter } from './active-filter.js';

type Original = Status | NonNullable<Status['reblog']>;

/**
 * The status with what its viewer's filters say of it. A boost says what holds for the post it shows, and a post of one's own is
 * never filtered. Lists and streams both ask here, so that they cannot differ.
 * @returns the very same object when no filter matches
 */
export function filterStatus(viewerId: string, status: Status, filters: readonly ActiveFilter[], nowMs: number): Status {
  const original = status.reblog ?? status;
  if (filters.length === 0 || original.account.id === viewerId) return status;
  const filtered = filters.flatMap((filter) => resultOf(filter, original, nowMs) ?? []);
  if (filtered.length === 0) return status;
  return { ...status, filtered, reblog: status.reblog && { ...status.reblog, filtered } };
}

/** Whether a filter takes the status out of this place altogether. */
export function isHidden(status: Pick<Status, 'filtered'>, context: FilterContext): boolean {
  return status.filtered.some(({ filter }) => filter.filter_action === 'hide' && filter.context.includes(context));
}

function resultOf(filter: ActiveFilter, status: Original, nowMs: number): FilterResult | null {
  if (filter.until <= nowMs) return null;
  const texts = textsOf(status);
  const keywords = filter.phrases.filter(({ isIn }) => texts.some(isIn)).map(({ keyword }) => keyword);
  const isNamed = filter.statuses.has(status.id);
  if (keywords.length === 0 && !isNamed) return null;
  return {
    filter: filter.head,
    keyword_matches: keywords.length > 0 ? keywords : null,
    status_matches: isNamed ? [status.id] : null,
  };
}

/** One status is held against the filters of everybody who receives it. */
const known = new WeakMap<Original, Searchable[]>();

/** All that a reader reads of a post. Each text stands for itself: no phrase runs from one into the next. */
function textsOf(status: Original): Searchable[] {
  const prepared = known.get(status);
  if (prepared) return prepared;
  const texts = [
    status.roost.text,
    status.spoiler_text,
    ...status.media_attachments.map((media) => media.description ?? ''),
    ...(status.poll?.options.map((option) => option.title) ?? []),
  ];
  const made = texts.filter((text) => text !== '').map(searchable);
  known.set(status, made);
  return made;
}
