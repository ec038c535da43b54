import { localDatabase } from '../../app/common/local-database.js';
import type { OutboxEntry, OutboxImage } from './outbox.js';

/** What a person has written and not posted, kept on the device for one account and one place. */
export interface Draft {
  text: string;
  spoiler: string | null;
  visibility: OutboxEntry['visibility'] | null;
  language: string | null;
  /** When it was last changed. */
  at: number;
  images: boolean;
}

const days = 30;

/** 'home', or 'reply-{id}', or 'edit-{id}'. Another account never sees it. */
export function draftKey(accountId: string, place: string): string {
  return `roost.draft.${accountId}.${place}`;
}

export function readDraft(key: string, now = Date.now()): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return draft && now - draft.at < days * 86_400_000 ? draft : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: Draft): void {
  try {
    if (draft.text.trim() === '' && !draft.spoiler && !draft.images) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A full or closed store: the text stays on screen, only a reload would lose it.
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
  void localDatabase.delete('draft-images', key).catch(() => undefined);
}

export async function readDraftImages(key: string): Promise<OutboxImage[]> {
  return (await localDatabase.get<OutboxImage[]>('draft-images', key).catch(() => undefined)) ?? [];
}

export function writeDraftImages(key: string, images: OutboxImage[]): void {
  void (images.length > 0 ? localDatabase.put('draft-images', key, images) : localDatabase.delete('draft-images', key)).catch(
    () => undefined,
  );
}

/** Drafts older than 30 days leave the device. */
export function sweepDrafts(now = Date.now()): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('roost.draft.') && !readDraft(key, now)) dropDraft(key);
    }
  } catch {
    // Nothing is kept here, so nothing is old.
  }
}

/** Turns an unsent post back into the draft of its place. */
export async function restoreDraft(entry: OutboxEntry): Promise<void> {
  const key = draftKey(entry.accountId, entry.replyTo ? `reply-${entry.replyTo.id}` : 'home');
  await localDatabase.put('draft-images', key, entry.images).catch(() => undefined);
  writeDraft(key, {
    text: entry.parts.join(' '),
    spoiler: entry.spoiler || null,
    visibility: entry.visibility,
    language: entry.language,
    at: Date.now(),
    images: entry.images.length > 0,
  });
  tellDraft(key, '');
}

export type DraftEvent = CustomEvent<{ key: string; from: string }>;

/** Says that a draft changed, so that another composer for the same place shows the same. */
export function tellDraft(key: string, from: string): void {
  dispatchEvent(new CustomEvent('roost:draft', { detail: { key, from } }) satisfies DraftEvent);
}
