import type { LiveEvent } from '@roost/contracts';

/** An event in Mastodon's words. */
export interface AppEvent {
  name:
    | 'update'
    | 'status.update'
    | 'delete'
    | 'notification'
    | 'notifications_merged'
    | 'conversation'
    | 'announcement'
    | 'announcement.reaction'
    | 'announcement.delete'
    | 'filters_changed';
  /** JSON of an entity, or a bare id; null where the name says it all. */
  payload: string | null;
}

/** Payloads are shared by all who receive the same, on every stream and transport: each is written once. */
const written = new WeakMap<object, string>();

/** @returns null for what apps have no word for */
export function appEvent(event: LiveEvent): AppEvent | null {
  switch (event.type) {
    case 'status.published':
      return { name: 'update', payload: write(event.payload) };
    case 'status.edited':
    case 'status.poll':
      return { name: 'status.update', payload: write(event.payload) };
    case 'status.deleted':
      return { name: 'delete', payload: event.payload.id };
    case 'notification':
      return { name: 'notification', payload: write(event.payload) };
    case 'conversation':
    case 'announcement':
    case 'announcement.reaction':
      return { name: event.type, payload: write(event.payload) };
    case 'announcement.deleted':
      return { name: 'announcement.delete', payload: event.payload.id };
    case 'notifications.merged':
      return { name: 'notifications_merged', payload: '1' };
    case 'filters.changed':
      return { name: 'filters_changed', payload: null };
    default:
      return null;
  }
}

function write(payload: object): string {
  const known = written.get(payload);
  if (known !== undefined) return known;
  const text = JSON.stringify(payload);
  written.set(payload, text);
  return text;
}
