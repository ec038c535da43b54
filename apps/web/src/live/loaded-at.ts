import type { LiveChannel } from '@roost/contracts';

/** Where the journal stood before a list was read, and when the answer came. */
export interface LoadedAt {
  cursor: string;
  at: number;
}

const lists = new Map<string, LoadedAt>();

/** The lists in the cache that a channel keeps up to date: the beginning of their keys. */
export function keyOfChannel(channel: LiveChannel): readonly string[] | null {
  if (channel === 'notifications') return null;
  if (channel.startsWith('thread:')) return ['statuses', 'context', channel.slice('thread:'.length)];
  if (channel.startsWith('account:')) return ['statuses', 'account', channel.slice('account:'.length)];
  return ['statuses', 'timeline', channel];
}

/** Remembers how fresh a list is that has just been loaded from its top. */
export function noteLoaded(key: readonly unknown[], cursor: string | null): void {
  if (cursor) lists.set(JSON.stringify(key), { cursor, at: Date.now() });
}

export function loadedAt(key: readonly unknown[]): LoadedAt | undefined {
  return lists.get(JSON.stringify(key));
}

/** Of several lists, the one that lacks most. */
export function oldest(dates: readonly (LoadedAt | undefined)[]): LoadedAt | undefined {
  return dates.reduce((least, date) => (least && date && least.at <= date.at ? least : (date ?? least)), undefined);
}

/** Of what the list knew when it was loaded and what the channel has delivered since: whichever is later. */
export function later(one: LoadedAt | undefined, other: LoadedAt | undefined): LoadedAt | undefined {
  return one && other ? (one.at >= other.at ? one : other) : (one ?? other);
}
