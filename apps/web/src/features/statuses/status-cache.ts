import type { Status } from '@roost/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { mapStatuses } from './map-statuses.js';

/** Applies a change to this status wherever it is cached. Query keys of whatever holds statuses start with 'statuses'. */
export function changeCachedStatus(client: QueryClient, id: string, change: (status: Status) => Status): void {
  client.setQueriesData({ queryKey: ['statuses'] }, (data: unknown) =>
    mapStatuses(data, (status) => (status.id === id ? change(status) : status)),
  );
}

/** Puts the server's newest word about a status in place of the older one; a boost brings the status it boosts. */
export function replaceCachedStatus(client: QueryClient, fresh: Status): void {
  const target = fresh.reblog ?? fresh;
  changeCachedStatus(client, target.id, (before) => ({ ...target, reblog: before.reblog }));
}

/** The status as some list already has it, to draw a page before its own answer is here. */
export function findCachedStatus(client: QueryClient, id: string): Status | undefined {
  let found: Status | undefined;
  for (const [, data] of client.getQueriesData({ queryKey: ['statuses'] })) {
    mapStatuses(data, (status) => {
      if (status.id === id) found = status;
      return status;
    });
    if (found) return found;
  }
  return undefined;
}
