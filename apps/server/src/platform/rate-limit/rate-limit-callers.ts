import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken } from '../access/bearer-token.js';
import { sessionCookie } from '../access/session-cookie.js';
import type { RateAnswer, RateLimits } from './rate-limits.js';
import { addressKey, RATES, TooManyRequests } from './rates.js';

/** Addresses whose answers carry the limits: the API, not pages, files or health. */
const COUNTED = /^\/(api|oauth\/(token|revoke|userinfo))(\/|\?|$)/;

/** Counts callers by address before anything is looked up for them. The interceptor counts known callers by account. */
export function limitCallers(server: FastifyInstance, limits: RateLimits): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.method === 'OPTIONS' || !COUNTED.test(request.url)) return;
    const known = bearerToken(request) !== null || sessionCookie(request) !== null;
    const answer = known
      ? await limits.take(`address:${addressKey(request.ip)}`, RATES.address)
      : await takeAnonymous(limits, request);
    sayRate(reply, answer);
    if (!answer.allowed) throw new TooManyRequests(answer.resetAt);
  });
}

export function takeAnonymous(limits: RateLimits, request: FastifyRequest): Promise<RateAnswer> {
  return limits.take(`anonymous:${addressKey(request.ip)}`, RATES.anonymous);
}

/** The three headers that clients read; some fail when the time cannot be parsed. */
export function sayRate(reply: FastifyReply, answer: RateAnswer): void {
  void reply.headers({
    'X-RateLimit-Limit': String(answer.limit),
    'X-RateLimit-Remaining': String(answer.remaining),
    'X-RateLimit-Reset': answer.resetAt.toISOString(),
  });
}
