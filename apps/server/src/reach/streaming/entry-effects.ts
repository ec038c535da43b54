import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import type { CloseReason } from './connection.js';

const RELATIONS = new Set([
  'account.followed',
  'account.unfollowed',
  'account.follower_removed',
  'account.muted',
  'account.unmuted',
  'account.blocked',
  'account.unblocked',
  'tag.followed',
  'tag.unfollowed',
  'list.created',
  'list.changed',
  'list.deleted',
  'list.members_added',
  'list.members_removed',
  'filters.changed',
]);

/** People whose follows, mutes, blocks, lists or filters an entry changed: both sides of it where it has two. */
export function touchesRelationsOf(entry: JournalEntry): string[] {
  if (!RELATIONS.has(entry.type)) return [];
  return [entry.actorId, entry.subjectType === 'account' ? entry.subjectId : null].filter((id) => id !== null);
}

/** Which connections an entry ends: all of a person, or those of one session or token. */
export function endsWhich(entry: JournalEntry): { of: 'account' | 'credential'; id: string; reason: CloseReason } | null {
  if (entry.subjectId === null) return null;
  switch (entry.type) {
    case 'account.suspended':
      return { of: 'account', id: entry.subjectId, reason: 'suspended' };
    case 'session.ended':
    case 'token.revoked':
      return { of: 'credential', id: entry.subjectId, reason: 'signed_out' };
    default:
      return null;
  }
}
