import type { AnnouncementNews, Conversation, Notification, Visibility } from '@roost/contracts';
import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import type { MarksOfStatuses } from '../../posts/statuses/marks.reader.js';
import type { NeutralStatus } from '../../posts/statuses/status.reader.js';
import type { LiveStatusFacts } from './live-audience.policy.js';
import type { LiveChange } from './live-change.js';
import { type ShownStatus, shownStatus } from './shown-status.js';

/** What the entries' payloads hold; see posts/statuses/README.md. */
export interface StatusPayload {
  authorId?: string;
  statusId?: string;
  boostId?: string;
  visibility?: Visibility;
  threadId?: string;
  inReplyToId?: string | null;
  inReplyToAccountId?: string | null;
  tags?: string[];
  formerTags?: string[];
  formerMentions?: string[];
  formerMediaIds?: string[];
  boosts?: { id: string; accountId: string }[];
}

/** What is told besides posts, by its id. */
interface Told {
  notifications: ReadonlyMap<string, Notification>;
  conversations: ReadonlyMap<string, Conversation>;
  announcements: ReadonlyMap<string, AnnouncementNews>;
}

/** The changes that one entry means, from what was loaded for its batch. */
export function changesOf(
  entry: JournalEntry,
  shown: ReadonlyMap<string, NeutralStatus>,
  marks: MarksOfStatuses,
  { notifications, conversations, announcements }: Told,
): LiveChange[] {
  const payload = entry.payload as StatusPayload;
  const subject = shown.get(entry.subjectId ?? '');
  const shownWith = ({ status }: NeutralStatus, of: string) => shownStatus(status, marks.get(of));
  switch (entry.type) {
    case 'status.published':
      return [
        ...(subject ? [{ type: 'status', shown: shownWith(subject, subject.status.id), facts: factsOf(subject) } as const] : []),
        ...counters(shown, payload.inReplyToId),
      ];
    case 'status.edited': {
      if (!subject) return [];
      const facts = factsOf(subject);
      const former = {
        ...facts,
        tags: payload.formerTags ?? facts.tags,
        mentioned: payload.formerMentions ?? facts.mentioned,
        hasMedia: payload.formerMediaIds ? payload.formerMediaIds.length > 0 : facts.hasMedia,
      };
      const { id } = subject.status;
      return [{ type: 'edited', shown: shownWith(subject, id), boosters: subject.boosters, facts, former, gone: { id } }];
    }
    case 'status.deleted':
      return [
        { type: 'deleted', payload: { id: entry.subjectId ?? '' }, facts: factsOfDeleted(entry, payload), boosterId: null },
        ...(payload.boosts ?? []).map(
          (boost) =>
            ({
              type: 'deleted',
              payload: { id: boost.id },
              facts: factsOfDeleted(entry, payload),
              boosterId: boost.accountId,
            }) as const,
        ),
        ...counters(shown, payload.inReplyToId),
      ];
    case 'status.boosted': {
      const wrapper = shown.get(payload.boostId ?? '');
      const original = shown.get(payload.statusId ?? '');
      const boost =
        wrapper && original
          ? [
              {
                type: 'boost',
                boosterId: entry.actorId ?? '',
                shown: shownWith(wrapper, original.status.id),
                facts: factsOf(original),
              } as const,
            ]
          : [];
      return [...boost, ...counters(shown, payload.statusId)];
    }
    case 'status.unboosted': {
      const original = shown.get(payload.statusId ?? '');
      const gone = original
        ? [
            {
              type: 'deleted',
              payload: { id: payload.boostId ?? '' },
              facts: factsOf(original),
              boosterId: entry.actorId,
            } as const,
          ]
        : [];
      return [...gone, ...counters(shown, payload.statusId)];
    }
    case 'status.favourited':
    case 'status.unfavourited':
      return counters(shown, payload.statusId);
    case 'poll.voted':
    case 'poll.ended':
      return pollChange(shown.get(payload.statusId ?? ''), shownWith);
    case 'notification.created': {
      const notification = notifications.get(entry.subjectId ?? '');
      return notification ? [{ type: 'notification', accountId: String(entry.payload.accountId), notification }] : [];
    }
    case 'conversation.updated': {
      const conversation = conversations.get(entry.subjectId ?? '');
      return conversation ? [{ type: 'conversation', accountId: String(entry.payload.accountId), conversation }] : [];
    }
    case 'announcement.published':
    case 'announcement.updated': {
      const news = announcements.get(entry.subjectId ?? '');
      return news ? [{ type: 'announcement', payload: news }] : [];
    }
    case 'announcement.reacted':
    case 'announcement.unreacted': {
      const { name, count } = entry.payload;
      const reaction = { announcement_id: entry.subjectId ?? '', name: String(name), count: Number(count) };
      return [{ type: 'announcement.reaction', payload: reaction }];
    }
    case 'announcement.deleted':
      return [{ type: 'announcement.deleted', payload: { id: entry.subjectId ?? '' } }];
    case 'notifications.cleared':
      return [{ type: 'notifications-cleared', accountId: String(entry.payload.accountId), payload: {} }];
    case 'notification_request.accepted':
      return [{ type: 'notifications-merged', accountId: String(entry.payload.accountId), payload: {} }];
    case 'filters.changed':
      return [{ type: 'filters-changed', accountId: String(entry.payload.accountId), payload: {} }];
    case 'notifications.read':
      return [
        {
          type: 'notifications-read',
          accountId: String(entry.payload.accountId),
          payload: { last_read_id: String(entry.payload.lastReadId) },
        },
      ];
    default:
      return [];
  }
}

function counters(shown: ReadonlyMap<string, NeutralStatus>, id: string | null | undefined): LiveChange[] {
  const known = shown.get(id ?? '');
  if (!known) return [];
  const { replies_count, reblogs_count, favourites_count } = known.status;
  return [
    {
      type: 'counters',
      counters: { id: known.status.id, replies_count, reblogs_count, favourites_count },
      boosters: known.boosters,
      facts: factsOf(known),
    },
  ];
}

function pollChange(
  known: NeutralStatus | undefined,
  shownWith: (status: NeutralStatus, of: string) => ShownStatus,
): LiveChange[] {
  if (!known?.status.poll) return [];
  return [{ type: 'poll', shown: shownWith(known, known.status.id), boosters: known.boosters, facts: factsOf(known) }];
}

function factsOf({ status, threadId }: NeutralStatus): LiveStatusFacts {
  return {
    accountId: status.account.id,
    visibility: status.visibility,
    mentioned: status.mentions.map((mention) => mention.id),
    tags: status.tags.map((tag) => tag.name),
    threadId,
    inReplyToAccountId: status.in_reply_to_account_id,
    language: status.language,
    hasMedia: status.media_attachments.length > 0,
    limited: status.account.limited === true,
  };
}

function factsOfDeleted(entry: JournalEntry, payload: StatusPayload): LiveStatusFacts {
  const mentioned = entry.audience.mentioned;
  return {
    accountId: payload.authorId ?? entry.actorId ?? '',
    visibility: payload.visibility ?? 'direct',
    mentioned: Array.isArray(mentioned) ? mentioned.map(String) : [],
    tags: payload.tags ?? [],
    threadId: payload.threadId ?? '',
    inReplyToAccountId: payload.inReplyToAccountId ?? null,
    // A deletion goes to everybody who may have received the post.
    language: null,
    hasMedia: true,
    limited: false,
  };
}
