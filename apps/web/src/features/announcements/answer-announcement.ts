import type { Announcement } from '@roost/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { textNow } from '../../i18n/use-text.js';
import { announcementsQuery } from './announcements-query.js';
import { withReaction } from './with-reaction.js';

/** Gives an announcement an emoji or takes it back: shown at once, undone when the server refuses. */
export function react(client: QueryClient, announcement: Announcement, name: string): Promise<void> {
  const given = announcement.reactions.some((reaction) => reaction.name === name && reaction.me);
  const path = `/api/v1/announcements/${announcement.id}/reactions/${encodeURIComponent(name)}`;
  const changed = { ...announcement, reactions: withReaction(announcement.reactions, name, !given) };
  return change(client, changed, () => (given ? api.delete(path) : api.put(path)));
}

/** Puts an announcement away for good. */
export function dismiss(client: QueryClient, announcement: Announcement): Promise<void> {
  return change(client, { ...announcement, read: true }, () => api.post(`/api/v1/announcements/${announcement.id}/dismiss`));
}

async function change(client: QueryClient, changed: Announcement, send: () => Promise<unknown>): Promise<void> {
  const { queryKey } = announcementsQuery;
  await client.cancelQueries({ queryKey });
  const before = client.getQueryData(queryKey);
  client.setQueryData(queryKey, (list) => list?.map((one) => (one.id === changed.id ? changed : one)));
  try {
    await send();
  } catch (problem) {
    client.setQueryData(queryKey, before);
    toast({ tone: 'trouble', words: textNow('announcements.failed', { reason: failureSentence(problem) }) });
  }
}
