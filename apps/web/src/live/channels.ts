import type { LiveChannel } from '@roost/contracts';
import { useEffect } from 'react';

type Watcher = (channel: LiveChannel, on: boolean) => void;

const counts = new Map<LiveChannel, number>();
const watchers = new Set<Watcher>();

/** Channels some part of the page is interested in right now. */
export function watched(): LiveChannel[] {
  return [...counts.keys()];
}

export function onWatch(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function watch(channel: LiveChannel): () => void {
  const before = counts.get(channel) ?? 0;
  counts.set(channel, before + 1);
  if (before === 0) for (const watcher of watchers) watcher(channel, true);
  return () => {
    const left = (counts.get(channel) ?? 1) - 1;
    if (left > 0) {
      counts.set(channel, left);
      return;
    }
    counts.delete(channel);
    for (const watcher of watchers) watcher(channel, false);
  };
}

/** Follows a channel while the component is on the page; what arrives goes through the live table. */
export function useChannel(channel: LiveChannel): void {
  useEffect(() => watch(channel), [channel]);
}
