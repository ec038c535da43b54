import type { JournalType } from '@roost/contracts';
import type { JournalEntryInput } from '../../platform/journal/journal.js';

type AnnouncementEntry = Extract<JournalType, `announcement.${string}`>;

/** An entry about an announcement; everybody may know of it but for one that waits for its hour. */
export function announcementEntry(
  type: AnnouncementEntry,
  id: string,
  actorId: string | null,
  payload: Record<string, unknown> = {},
): JournalEntryInput {
  return {
    type,
    actorId,
    subjectType: 'announcement',
    subjectId: id,
    audience: { visibility: type === 'announcement.written' ? 'self' : 'public', mentioned: [] },
    payload: { announcementId: id, ...payload },
  };
}
