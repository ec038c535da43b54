import type { AnnouncementNews } from './announcement.js';
import type { Conversation } from './conversation.js';
import type { Notification } from './notification.js';
import type { Relationship } from './account.js';
import type { Status } from './status.js';

/** What a client can watch. `notifications`, `conversations`, `home` and lists are the viewer's own; `media` is what of `company` has files. */
export type LiveChannel =
  | 'home'
  | 'company'
  | 'media'
  | 'notifications'
  | 'conversations'
  | `tag:${string}`
  | `thread:${string}`
  | `account:${string}`
  | `list:${string}`;

export interface StatusCounters {
  id: string;
  replies_count: number;
  reblogs_count: number;
  favourites_count: number;
}

/** One change, as every transport delivers it. `cursor` is opaque: say it when you come back and you get what you missed. */
export type LiveEvent = { cursor: string; channel: LiveChannel } & (
  | { type: 'status.published'; payload: Status }
  | { type: 'status.edited'; payload: Status }
  | { type: 'status.deleted'; payload: { id: string } }
  | { type: 'status.counters'; payload: StatusCounters }
  /** Votes came in, or the poll of this status ended. */
  | { type: 'status.poll'; payload: Status }
  | { type: 'notification'; payload: Notification }
  | { type: 'notifications.read'; payload: { last_read_id: string } }
  | { type: 'notifications.cleared'; payload: Record<string, never> }
  /** Somebody was let in whose notifications were kept apart: they stand among the others now. */
  | { type: 'notifications.merged'; payload: Record<string, never> }
  /** Something was said in a conversation of the viewer's. */
  | { type: 'conversation'; payload: Conversation }
  /** On `notifications`, to everybody: an announcement is there or says something else now, was answered, is gone. */
  | { type: 'announcement'; payload: AnnouncementNews }
  | { type: 'announcement.reaction'; payload: { announcement_id: string; name: string; count: number } }
  | { type: 'announcement.deleted'; payload: { id: string } }
  /** On `notifications`: the viewer's filters are others now, so that what is shown has to be asked for again. */
  | { type: 'filters.changed'; payload: Record<string, never> }
  | { type: 'relationship'; payload: Relationship }
);

export type SubscribeAnswer = { ok: true; cursor: string } | { ok: false; error: string; code: string };

/** socket.io namespace `/live`, path `/socket.io`. */
export interface ClientToServer {
  subscribe: (input: { channel: LiveChannel; cursor?: string }, answer: (result: SubscribeAnswer) => void) => void;
  unsubscribe: (input: { channel: LiveChannel }, answer?: (result: { ok: true }) => void) => void;
}
export interface ServerToClient {
  event: (event: LiveEvent) => void;
  /** Too much was missed: load the list again. */
  resync: (input: { channel: LiveChannel }) => void;
  /** The server ends the connection; the reason is final for `signed_out` and `suspended`. */
  closed: (input: { reason: 'signed_out' | 'suspended' | 'too_slow' | 'shutting_down' }) => void;
}
