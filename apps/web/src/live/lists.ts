import type { LiveChannel } from '@roost/contracts';
import type { Query, QueryClient } from '@tanstack/react-query';
import { keyOfChannel, loadedAt, oldest, type LoadedAt } from './loaded-at.js';

/** The lists that a channel keeps up to date, as they stand in the cache. */
export function listsOf(client: QueryClient, channel: LiveChannel): Query[] {
  const queryKey = keyOfChannel(channel);
  // Pinned posts are no list that grows by itself.
  return queryKey ? client.getQueryCache().findAll({ queryKey, predicate: (query) => !query.queryKey.includes('pinned') }) : [];
}

/** From where on the lists of a channel lack something: as far as the one that lacks most was up to date when it was loaded. */
export function listsLoadedAt(client: QueryClient, channel: LiveChannel): LoadedAt | undefined {
  return oldest(listsOf(client, channel).map((query) => loadedAt(query.queryKey)));
}

/** Waits until no list of the channel is on its way: an answer that comes after an event would undo it. */
export function whenLoaded(client: QueryClient, channel: LiveChannel): Promise<void> {
  const loading = () => listsOf(client, channel).some((query) => query.state.fetchStatus === 'fetching');
  if (!loading()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = client.getQueryCache().subscribe(() => {
      if (loading()) return;
      stop();
      resolve();
    });
  });
}
