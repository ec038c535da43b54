import type { AnnouncementNews, Conversation, LiveEvent, Notification, Status, StatusCounters } from '@roost/contracts';
import { filterStatus } from '../../posts/filters/filter-status.js';
import type { Channel } from './channel.js';
import type { Subscription } from './connection.js';
import {
  belongsInList,
  belongsOnHome,
  boostBelongsInList,
  boostBelongsOnHome,
  type LiveStatusFacts,
  mayFind,
  mayReceive,
  mutes,
} from './live-audience.policy.js';
import { seenBy, type ShownStatus } from './shown-status.js';
import type { ViewerRelations } from './viewer-relations.js';

/** A journal entry turned into something that can be shown, before anybody in particular is asked whether they may see it. */
export type LiveChange =
  | { type: 'status'; shown: ShownStatus; facts: LiveStatusFacts }
  /** An edit can bring a post into a list or take it out: `former` is what was true before, `gone` what those are told who lose it. */
  | {
      type: 'edited';
      shown: ShownStatus;
      boosters: readonly string[];
      facts: LiveStatusFacts;
      former: LiveStatusFacts;
      gone: { id: string };
    }
  | { type: 'boost'; boosterId: string; shown: ShownStatus; facts: LiveStatusFacts }
  | { type: 'deleted'; payload: { id: string }; facts: LiveStatusFacts; boosterId: string | null }
  | { type: 'counters'; counters: StatusCounters; boosters: readonly string[]; facts: LiveStatusFacts }
  | { type: 'poll'; shown: ShownStatus; boosters: readonly string[]; facts: LiveStatusFacts }
  /** For everybody. */
  | { type: 'announcement'; payload: AnnouncementNews }
  | { type: 'announcement.reaction'; payload: { announcement_id: string; name: string; count: number } }
  | { type: 'announcement.deleted'; payload: { id: string } }
  | { type: 'notification'; accountId: string; notification: Notification }
  | { type: 'conversation'; accountId: string; conversation: Conversation }
  | { type: 'notifications-read'; accountId: string; payload: { last_read_id: string } }
  | { type: 'notifications-cleared'; accountId: string; payload: Record<string, never> }
  | { type: 'notifications-merged'; accountId: string; payload: Record<string, never> }
  | { type: 'filters-changed'; accountId: string; payload: Record<string, never> };

/** An event before it is addressed. Equal receivers share one `payload` object, so that it is encoded once. */
export type Payload<Event = LiveEvent> = Event extends LiveEvent ? Omit<Event, 'cursor' | 'channel'> : never;

/**
 * What a subscription receives of a change; null for nothing.
 * The rules are those of the lists: a live timeline shows exactly what loading it again would show.
 */
export function deliver(subscription: Subscription, change: LiveChange, nowMs: number): Payload | null {
  const viewer = subscription.relations;
  if ('accountId' in change) {
    const channel = change.type === 'conversation' ? 'conversations' : 'notifications';
    if (subscription.channel.kind !== channel || viewer.accountId !== change.accountId) return null;
    return ownNews(change);
  }
  if (!('facts' in change)) return subscription.channel.kind === 'notifications' ? change : null;
  const receives = isReceived(subscription, change, change.facts, nowMs);
  if (change.type === 'edited') {
    const received = isReceived(subscription, change, change.former, nowMs);
    const boosted = isBoostReceived(subscription, change, nowMs);
    if (receives || boosted)
      return {
        type: received || boosted ? 'status.edited' : 'status.published',
        payload: shownTo(viewer, change.shown, nowMs),
      };
    return received ? { type: 'status.deleted', payload: change.gone } : null;
  }
  if (!receives && !('boosters' in change && isBoostReceived(subscription, change, nowMs))) return null;
  switch (change.type) {
    case 'status':
      return { type: 'status.published', payload: shownTo(viewer, change.shown, nowMs) };
    case 'boost':
      return { type: 'status.published', payload: shownTo(viewer, change.shown, nowMs) };
    case 'deleted':
      return { type: 'status.deleted', payload: change.payload };
    case 'counters':
      return { type: 'status.counters', payload: change.counters };
    case 'poll':
      return { type: 'status.poll', payload: seenBy(viewer.accountId, change.shown, nowMs) };
  }
}

function ownNews(change: Extract<LiveChange, { accountId: string }>): Payload {
  switch (change.type) {
    case 'conversation':
      return { type: 'conversation', payload: change.conversation };
    case 'notification':
      return { type: 'notification', payload: change.notification };
    case 'notifications-read':
      return { type: 'notifications.read', payload: change.payload };
    case 'notifications-cleared':
      return { type: 'notifications.cleared', payload: change.payload };
    case 'notifications-merged':
      return { type: 'notifications.merged', payload: change.payload };
    case 'filters-changed':
      return { type: 'filters.changed', payload: change.payload };
  }
}

type StatusChange = Extract<LiveChange, { facts: LiveStatusFacts }>;

function isReceived(subscription: Subscription, change: StatusChange, facts: LiveStatusFacts, nowMs: number): boolean {
  const { relations: viewer, channel } = subscription;
  if (!mayReceive(viewer, facts)) return false;
  if (change.type === 'boost' && viewer.blocked.has(change.boosterId)) return false;
  if (!watches(subscription, change, facts)) return false;
  // A profile and a thread show muted people too: one went there on purpose.
  if (channel.kind === 'account' || channel.kind === 'thread') return true;
  return !mutes(viewer, facts.accountId, nowMs) && !(change.type === 'boost' && mutes(viewer, change.boosterId, nowMs));
}

/** Whether the list holds the status because somebody boosted it: it changes there too. */
function isBoostReceived(
  { channel, relations: viewer }: Subscription,
  change: Extract<LiveChange, { boosters: readonly string[] }>,
  nowMs: number,
): boolean {
  const { facts, boosters } = change;
  if (boosters.length === 0 || !mayReceive(viewer, facts)) return false;
  if (channel.kind === 'account') return boosters.includes(channel.accountId) && !viewer.blocked.has(channel.accountId);
  const belongs = boostsOn(channel, viewer, facts.language);
  if (!belongs || mutes(viewer, facts.accountId, nowMs)) return false;
  return boosters.some((id) => belongs(id) && !viewer.blocked.has(id) && !mutes(viewer, id, nowMs));
}

/** Whose boosts a timeline of several people shows; null for timelines without boosts. */
function boostsOn(channel: Channel, viewer: ViewerRelations, language: string | null): ((boosterId: string) => boolean) | null {
  if (channel.kind === 'home') return (id) => boostBelongsOnHome(viewer, id, language);
  const list = channel.kind === 'list' ? viewer.lists.get(channel.listId) : undefined;
  return list ? (id) => boostBelongsInList(viewer, list, id, language) : null;
}

function watches({ channel, relations, threadId }: Subscription, change: StatusChange, facts: LiveStatusFacts): boolean {
  const boosterId = change.type === 'boost' || change.type === 'deleted' ? change.boosterId : null;
  switch (channel.kind) {
    case 'home':
      if (boosterId !== null) return boostBelongsOnHome(relations, boosterId, facts.language);
      return belongsOnHome(relations, facts);
    case 'list': {
      const list = relations.lists.get(channel.listId);
      if (!list) return false;
      if (boosterId !== null) return boostBelongsInList(relations, list, boosterId, facts.language);
      return belongsInList(relations, list, facts);
    }
    case 'company':
      return boosterId === null && facts.visibility === 'public' && mayFind(relations, facts);
    case 'media':
      return boosterId === null && facts.visibility === 'public' && facts.hasMedia && mayFind(relations, facts);
    case 'tag':
      return boosterId === null && facts.visibility === 'public' && facts.tags.includes(channel.tag) && mayFind(relations, facts);
    case 'thread':
      return boosterId === null && facts.threadId === threadId;
    case 'account':
      return (boosterId ?? facts.accountId) === channel.accountId;
    case 'notifications':
    case 'conversations':
      return false;
  }
}

/** As one receiver sees it. Whose filters match it has a copy that says so; all others share theirs. */
function shownTo({ accountId, filters }: ViewerRelations, shown: ShownStatus, nowMs: number): Status {
  return filterStatus(accountId, seenBy(accountId, shown, nowMs), filters, nowMs);
}
