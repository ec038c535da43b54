import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '../../platform/journal/journal-tail.js';
import { MarksReader } from '../../posts/statuses/marks.reader.js';
import { type NeutralStatus, StatusReader } from '../../posts/statuses/status.reader.js';
import { ConversationReader } from '../../reading/conversations/conversation.reader.js';
import { NotificationReader } from '../../reading/notifications/notification.reader.js';
import { AnnouncementReader } from '../../voice/announcements/announcement.reader.js';
import { changesOf, type StatusPayload } from './entry-changes.js';
import type { LiveChange } from './live-change.js';

/** The people who may receive what is read. */
export interface Present {
  has(accountId: string): boolean;
  readonly ids: readonly string[];
  /** Whether somebody watches this channel of theirs. */
  watches(accountId: string, channel: 'conversations'): boolean;
}

/** Nobody reacts to a post before they could see it: so soon after it was made there is nothing to ask for. */
const UNTOUCHED_MS = 2_000;

/** People whose own news are loaded at the same time: when thousands are told of one post, requests are still answered between. */
const PEOPLE_AT_ONCE = 4;

/**
 * Turns journal entries into changes that can be shown. Posts and their marks take a fixed number of queries, whoever receives them;
 * what is for one person alone is loaded for those who are here.
 */
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
      fewAtOnce([...notified], ([accountId, own]) => this.notifications.byIds(accountId, own)),
      fewAtOnce([...spoken], ([accountId, own]) => this.conversations.byIds(accountId, own)),
      Promise.all([...announced].map((id) => this.announcements.news(id))),
    ]);
    const told = {
      notifications: byId(notifications),
      conversations: byId(conversations),
      announcements: byId(announcements.filter((news) => news !== null)),
    };
    return entries.map((entry, index) => (isOutvoted(entry, index, entries) ? [] : changesOf(entry, shown, marks, told)));
  }
}

const ANNOUNCES = new Set<JournalEntry['type']>(['announcement.published', 'announcement.updated']);

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

async function fewAtOnce<Item, Result>(items: readonly Item[], load: (item: Item) => Promise<Result[]>): Promise<Result[]> {
  const loaded: Result[] = [];
  for (let start = 0; start < items.length; start += PEOPLE_AT_ONCE)
    loaded.push(...(await Promise.all(items.slice(start, start + PEOPLE_AT_ONCE).map(load))).flat());
  return loaded;
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
  if (entry.type === 'status.edited' || entry.type === 'poll.voted' || entry.type === 'poll.ended') return [entry.subjectId];
  if (entry.type !== 'status.published') return [];
  const isUntouched = !payload.inReplyToId && Date.now() - entry.at.getTime() < UNTOUCHED_MS;
  return isUntouched ? [] : [entry.subjectId];
}

/** Of many votes in one poll only the last is worth telling: it has the counts of all. */
function isOutvoted(entry: JournalEntry, index: number, entries: readonly JournalEntry[]): boolean {
  const isVote = ({ type, subjectId }: JournalEntry) => type.startsWith('poll.') && subjectId === entry.subjectId;
  return entry.type === 'poll.voted' && entries.findLastIndex(isVote) > index;
}
