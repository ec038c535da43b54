import { SetMetadata } from '@nestjs/common';
import { RoostError } from '../errors.js';
import type { Rate } from './rate-limits.js';

export const RATE_LIMIT = 'roost:rate-limit';

/** A limit of its own for some routes, on top of the general one. */
export interface RouteRate extends Rate {
  /** Routes with the same name share their count. */
  name: string;
  per: 'account' | 'ip';
}

/** Counts the route separately: `@RateLimit(RATES.media)`. */
export const RateLimit = (rate: RouteRate) => SetMetadata(RATE_LIMIT, rate);

const FIVE_MINUTES = 5 * 60;
const HALF_HOUR = 30 * 60;

/** What Mastodon's clients expect, where they can notice. */
export const RATES = {
  /** Everything an account does through one of its apps. */
  app: { limit: 300, windowSeconds: FIVE_MINUTES },
  /** Our own web client, in all of the person's windows together: it asks more often than an app does. */
  web: { limit: 1500, windowSeconds: FIVE_MINUTES },
  /** Callers who show no credentials, by address. */
  anonymous: { limit: 300, windowSeconds: FIVE_MINUTES },
  /** Callers who show some, by address: a whole company may stand behind one. */
  address: { limit: 30_000, windowSeconds: FIVE_MINUTES },
  media: { name: 'media', per: 'account', limit: 30, windowSeconds: HALF_HOUR },
  /** Deleting a post and taking a boost back. */
  deletion: { name: 'deletion', per: 'account', limit: 30, windowSeconds: HALF_HOUR },
  report: { name: 'report', per: 'account', limit: 60, windowSeconds: HALF_HOUR },
  signUp: { name: 'sign-up', per: 'ip', limit: 5, windowSeconds: HALF_HOUR },
} as const satisfies Record<string, Rate | RouteRate>;

export class TooManyRequests extends RoostError {
  readonly code = 'rate_limited';
  readonly kind = 'rate-limited';
  override readonly retryAfter: number;

  constructor(resetAt: Date) {
    super('Too many requests');
    this.retryAfter = Math.max(1, Math.ceil((resetAt.getTime() - Date.now()) / 1000));
  }
}

/** IPv6 callers own at least a /64, so it counts as one address. */
export function addressKey(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  if (plain.includes('::')) {
    const rest = tail === '' ? 0 : tail.split(':').length;
    while (groups.length < 8 - rest) groups.push('0');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}
