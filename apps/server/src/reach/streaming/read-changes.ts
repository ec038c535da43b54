import { Injectable } from '@nestjs/common';
import type { Notification, Visibility } from '@roost/contracts';
import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import { type NeutralStatus, StatusReader } from '../../posts/statuses/status.reader.js';
import { NotificationReader } from '../../reading/notifications/notification.reader.js';
import type { LiveStatusFacts } from './live-audience.policy.js';
import type { LiveChange } from './live-change.js';

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
  boosts?: { id: string; accountId: string }[];
}

/** Turns journal entries into changes that can be shown. Loads everything a batch needs in a fixed number of queries. */
@Injectable()
export class ReadChanges {
  constructor(
    private readonly statuses: StatusReader,
    private readonly notifications: NotificationReader,
  ) {}

  /**
   * @param isConnected whether somebody is here to be notified; nobody else's notifications are loaded
   * @returns for each entry the changes it means, in order
   */
  async read(entries: readonly JournalEntry[], isConnected: (accountId: string) => boolean): Promise<LiveChange[][]> {
    const ids = new Set(entries.flatMap(shownStatuses));
    const notified = new Map<string, string[]>();
    for (const entry of entries) {
      const accountId = String(entry.payload.accountId);
      if (entry.type !== 'notification.created' || entry.subjectId === null || !isConnected(accountId)) continue;
      notified.set(accountId, [...(notified.get(accountId) ?? []), entry.subjectId]);
    }
    const [shown, notifications] = await Promise.all([
      ids.size === 0 ? new Map<string, NeutralStatus>() : this.statuses.neutral([...ids]),
      Promise.all([...notified].map(([accountId, own]) => this.notifications.byIds(accountId, own))),
    ]);
    const byId = new Map(notifications.flat().map((notification) => [notification.id, notification]));
    return entries.map((entry) => changesOf(entry, shown, byId));
  }
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
      return payload.statusId ? [payload.statusId] : [];
    default:
      return [];
  }
}

function changesOf(
  entry: JournalEntry,
  shown: ReadonlyMap<string, NeutralStatus>,
  notifications: ReadonlyMap<string, Notification>,
): LiveChange[] {
  const payload = entry.payload as StatusPayload;
  const subject = shown.get(entry.subjectId ?? '');
  switch (entry.type) {
    case 'status.published':
      return [
        ...(subject ? [{ type: 'status', status: subject.status, facts: factsOf(subject) } as const] : []),
        ...counters(shown, payload.inReplyToId),
      ];
    case 'status.edited': {
      if (!subject) return [];
      const facts = factsOf(subject);
      const former = { ...facts, tags: payload.formerTags ?? facts.tags, mentioned: payload.formerMentions ?? facts.mentioned };
      const { boosters } = subject;
      return [{ type: 'edited', status: subject.status, boosters, facts, former, gone: { id: subject.status.id } }];
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
          ? [{ type: 'boost', boosterId: entry.actorId ?? '', wrapper: wrapper.status, facts: factsOf(original) } as const]
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
    case 'notification.created': {
      const notification = notifications.get(entry.subjectId ?? '');
      return notification ? [{ type: 'notification', accountId: String(entry.payload.accountId), notification }] : [];
    }
    case 'notifications.cleared':
      return [{ type: 'notifications-cleared', accountId: String(entry.payload.accountId), payload: {} }];
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

function factsOf({ status, threadId }: NeutralStatus): LiveStatusFacts {
  return {
    accountId: status.account.id,
    visibility: status.visibility,
    mentioned: status.mentions.map((mention) => mention.id),
    tags: status.tags.map((tag) => tag.name),
    threadId,
    inReplyToAccountId: status.in_reply_to_account_id,
    language: status.language,
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
  };
}
