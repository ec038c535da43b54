import { Injectable } from '@nestjs/common';
import type { AnnouncementNews, Conversation, Notification, Visibility } from '@roost/contracts';
import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import { MarksReader, type MarksOfStatuses } from '../../posts/statuses/marks.reader.js';
import { type NeutralStatus, StatusReader } from '../../posts/statuses/status.reader.js';
import { ConversationReader } from '../../reading/conversations/conversation.reader.js';
import { NotificationReader } from '../../reading/notifications/notification.reader.js';
import { AnnouncementReader } from '../../voice/announcements/announcement.reader.js';
import type { LiveStatusFacts } from './live-audience.policy.js';
import type { LiveChange } from './live-change.js';
import { shownStatus } from './shown-status.js';

/** What the entries' payloads hold; see posts/statuses/README.md. */
interface StatusPayload {
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

/** The people who may receive what is read. */
export interface Present {
  has(accountId: string): boolean;
  readonly ids: readonly string[];
  /** Whether somebody watches this channel of theirs. */
  watches(accountId: string, channel: 'conversations'): boolean;
}

/** Nobody reacts to a post before they could see it: so soon after it was made there is nothing to ask for. */
const UNTOUCHED_MS = 2_000;

/** Turns journal entries into changes that can be shown. Loads everything a batch needs in a fixed number of queries. */
@Injectable()
export class ReadChanges {
  constructor(
    private readonly statuses: StatusReader,
    private readonly marks: MarksReader,
    private readonly notifications: NotificationReader,
    private readonly conversations: ConversationReader,
    private readonly announcements: AnnouncementReader,
  ) {}

  /**
   * @param present whoever else is notified or has marked a status is not asked about
   * @returns for each entry the changes it means, in order
   */
  async read(entries: readonly JournalEntry[], present: Present): Promise<LiveChange[][]> {
    const ids = new Set(entries.flatMap(shownStatuses));
    const notified = concerned(entries, 'notification.created', (accountId) => present.has(accountId));
    const spoken = concerned(entries, 'conversation.updated', (accountId) => present.watches(accountId, 'conversations'));
    const announced = new Set(entries.flatMap((entry) => (ANNOUNCES.has(entry.type) ? (entry.subjectId ?? []) : [])));
    const [shown, marks, notifications, conversations, announcements] = await Promise.all([
      ids.size === 0 ? new Map<string, NeutralStatus>() : this.statuses.neutral([...ids]),
      this.marks.of([...new Set(entries.flatMap(markedStatuses))], present.ids),
      Promise.all([...notified].map(([accountId, own]) => this.notifications.byIds(accountId, own))),
      Promise.all([...spoken].map(([accountId, own]) => this.conversations.byIds(accountId, own))),
      Promise.all([...announced].map((id) => this.announcements.news(id))),
    ]);
    const told = {
      notifications: byId(notifications.flat()),
      conversations: byId(conversations.flat()),
      announcements: byId(announcements.filter((news) => news !== null)),
    };
    return entries.map((entry) => changesOf(entry, shown, marks, told));
  }
}

/** What is told besides posts, by its id. */
interface Told {
  notifications: ReadonlyMap<string, Notification>;
  conversations: ReadonlyMap<string, Conversation>;
  announcements: ReadonlyMap<string, AnnouncementNews>;
}

const ANNOUNCES = new Set<JournalEntry['type']>(['announcement.published', 'announcement.updated']);

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Subjects of entries of one type, by the account they are for. */
function concerned(
  entries: readonly JournalEntry[],
  type: JournalEntry['type'],
  isHere: (accountId: string) => boolean,
): Map<string, string[]> {
  const subjects = new Map<string, string[]>();
  for (const entry of entries) {
    const accountId = String(entry.payload.accountId);
    if (entry.type !== type || entry.subjectId === null || !isHere(accountId)) continue;
    subjects.set(accountId, [...(subjects.get(accountId) ?? []), entry.subjectId]);
  }
  return subjects;
}

/** Statuses that an entry shows again, in whole or by their counts. */
function shownStatuses(entry: JournalEntry): string[] {
  const payload = entry.payload as StatusPayload;
  const subject = entry.subjectId ?? '';
  switch (entry.type) {
    case 'status.published':
      return payload.inReplyToId ? [subject, payload.inReplyToId] : [subject];
    case 'status.edited':
      return [subject];
    case 'status.deleted':
      return payload.inReplyToId ? [payload.inReplyToId] : [];
    case 'status.boosted':
      return [payload.boostId ?? '', payload.statusId ?? ''].filter((id) => id !== '');
    case 'status.unboosted':
    case 'status.favourited':
    case 'status.unfavourited':
    case 'poll.voted':
    case 'poll.ended':
      return payload.statusId ? [payload.statusId] : [];
    default:
      return [];
  }
}

/** Statuses that an entry shows in whole, which receivers may have favoured, boosted, kept or muted before. */
function markedStatuses(entry: JournalEntry): string[] {
  const payload = entry.payload as StatusPayload;
  if (entry.type === 'status.boosted') return payload.statusId ? [payload.statusId] : [];
  if (entry.subjectId === null) return [];
  if (entry.type === 'status.edited') return [entry.subjectId];
  if (entry.type !== 'status.published') return [];
  const isUntouched = !payload.inReplyToId && Date.now() - entry.at.getTime() < UNTOUCHED_MS;
  return isUntouched ? [] : [entry.subjectId];
}

function changesOf(
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
      return pollCounts(shown, payload.statusId);
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

/** Nothing of whoever voted: everybody receives the same figures. */
function pollCounts(shown: ReadonlyMap<string, NeutralStatus>, id: string | undefined): LiveChange[] {
  const known = shown.get(id ?? '');
  if (!known?.status.poll) return [];
  const { id: pollId, expires_at, expired, votes_count, voters_count, options } = known.status.poll;
  const poll = { id: pollId, expires_at, expired, votes_count, voters_count, options };
  return [{ type: 'poll', payload: { id: known.status.id, poll }, boosters: known.boosters, facts: factsOf(known) }];
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
