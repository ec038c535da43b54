import type { Status } from '@roost/contracts';
import { useMemo } from 'react';
import { createStore, useStore } from '../../app/common/store.js';
import { localDatabase } from '../../app/common/local-database.js';

/** A picture, film or sound on its way: the file itself until the server has it, then its id. */
export interface OutboxImage {
  id: string;
  blob: Blob;
  description: string;
  /** What stands for a film until it plays. */
  poster?: Blob;
  mediaId?: string;
}

/** A post that has not reached the server yet. It survives closing the page. */
export interface OutboxEntry {
  /** Also the idempotency key: sending twice makes one post. */
  id: string;
  accountId: string;
  /** More than one when a long text was split; they become one thread. */
  parts: string[];
  spoiler: string;
  visibility: Status['visibility'];
  language: string | null;
  replyTo: { id: string; handle: string; name: string } | null;
  images: OutboxImage[];
  createdAt: number;
  /** When the undo time is over. */
  sendAt: number;
  state: 'held' | 'sending' | 'waiting' | 'failed';
  /** Ids of the parts the server has taken so far. */
  posted: string[];
  /** Why it failed, in one line. */
  reason?: string;
}

export const outboxStore = createStore<OutboxEntry[]>([]);

let restored: Promise<void> | undefined;

/** Brings back what a closed page left behind; it is sent by the runner like anything else. */
export function restoreOutbox(): Promise<void> {
  restored ??= localDatabase.all<OutboxEntry>('outbox').then(
    (kept) => {
      const known = new Set(outboxStore.get().map((entry) => entry.id));
      const back = kept
        .filter((entry) => !known.has(entry.id))
        .map((entry) => (entry.state === 'failed' ? entry : { ...entry, state: 'waiting' as const }));
      if (back.length > 0) outboxStore.set((before) => [...before, ...back].sort((a, b) => a.createdAt - b.createdAt));
    },
    () => undefined,
  );
  return restored;
}

export function putInOutbox(entry: OutboxEntry): void {
  outboxStore.set((before) => [...before.filter((other) => other.id !== entry.id), entry]);
  void localDatabase.put('outbox', entry.id, entry).catch(() => undefined);
}

export function changeInOutbox(id: string, change: Partial<OutboxEntry>): void {
  const entry = outboxStore.get().find((other) => other.id === id);
  if (!entry) return;
  const next = { ...entry, ...change };
  outboxStore.set((before) => before.map((other) => (other.id === id ? next : other)));
  void localDatabase.put('outbox', id, next).catch(() => undefined);
}

export function takeFromOutbox(id: string): OutboxEntry | undefined {
  const entry = outboxStore.get().find((other) => other.id === id);
  outboxStore.set((before) => before.filter((other) => other.id !== id));
  void localDatabase.delete('outbox', id).catch(() => undefined);
  return entry;
}

/** Unsent posts of a place, newest first: 'top' for new posts, else the id of the post they reply to. */
export function useOutbox(place: string | null, accountId: string): OutboxEntry[] {
  const all = useStore(outboxStore);
  return useMemo(
    () =>
      place === null
        ? []
        : all
            .filter(
              (entry) =>
                entry.accountId === accountId && (place === 'top' ? entry.replyTo === null : entry.replyTo?.id === place),
            )
            .reverse(),
    [all, place, accountId],
  );
}
