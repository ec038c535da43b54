import type { LiveChannel } from '@roost/contracts';
import { tagKey } from '@roost/text';

/** A client's channel, taken apart. */
export type Channel =
  | { kind: 'home' }
  | { kind: 'company' }
  /** Of the company's posts those with pictures, films or sound. */
  | { kind: 'media' }
  | { kind: 'notifications' }
  /** Direct posts, by who speaks with whom. */
  | { kind: 'conversations' }
  | { kind: 'tag'; tag: string }
  | { kind: 'thread'; statusId: string }
  | { kind: 'account'; accountId: string }
  | { kind: 'list'; listId: string };

const PLAIN = ['home', 'company', 'media', 'notifications', 'conversations'] as const;

/** Reads what a client asked for. @returns null for what is no channel */
export function parseChannel(text: unknown): { channel: Channel; name: LiveChannel } | null {
  const plain = PLAIN.find((name) => name === text);
  if (plain) return { channel: { kind: plain }, name: plain };
  if (typeof text !== 'string' || text.length > 200) return null;
  const colon = text.indexOf(':');
  const rest = text.slice(colon + 1);
  switch (text.slice(0, colon)) {
    case 'tag': {
      const tag = tagKey(rest);
      return tag === '' ? null : { channel: { kind: 'tag', tag }, name: `tag:${rest}` };
    }
    case 'thread':
      return /^\d{1,16}$/.test(rest) ? { channel: { kind: 'thread', statusId: rest }, name: `thread:${rest}` } : null;
    case 'account':
      return /^\d{1,16}$/.test(rest) ? { channel: { kind: 'account', accountId: rest }, name: `account:${rest}` } : null;
    case 'list':
      return /^\d{1,16}$/.test(rest) ? { channel: { kind: 'list', listId: rest }, name: `list:${rest}` } : null;
    default:
      return null;
  }
}
