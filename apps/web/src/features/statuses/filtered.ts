import type { FilterAction, FilterContext, Status } from '@roost/contracts';
import { createContext } from 'react';

type Filtered = Pick<Status, 'filtered'>;

type Place = FilterContext | null;

/** Where the posts below stand, in the words of filters; null where nothing is filtered, such as among what one saved. */
export const FilterPlace = createContext<Place>(null);

/** The place of a list that streams, by its channel. */
export function placeOf(channel: string): FilterContext {
  if (channel === 'home' || channel.startsWith('list:')) return 'home';
  if (channel.startsWith('thread:')) return 'thread';
  return channel.startsWith('account:') ? 'account' : 'public';
}

/** A filter may end while the post stands on the page. */
function isOver(at: string | null): boolean {
  return at !== null && Date.parse(at) <= Date.now();
}

/** Titles of the reader's filters that do one of these things to the post here. */
export function filterTitles(status: Filtered, place: Place, actions: readonly FilterAction[]): string[] {
  if (place === null) return [];
  return status.filtered
    .filter(
      ({ filter }) => actions.includes(filter.filter_action) && filter.context.includes(place) && !isOver(filter.expires_at),
    )
    .map(({ filter }) => filter.title);
}

/** Whether a filter folds the post here. */
export function isFoldedIn(place: Place, status: Filtered): boolean {
  return filterTitles(status, place, ['warn']).length > 0;
}

/** Whether a filter leaves the post out here; a boost says what holds for the post it shows. */
function isHiddenIn(place: Place, status: Filtered): boolean {
  return filterTitles(status, place, ['hide']).length > 0;
}

export function withoutHidden<S extends Filtered>(place: Place, statuses: readonly S[]): S[] {
  return statuses.filter((status) => !isHiddenIn(place, status));
}
