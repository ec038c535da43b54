import type { FastifyReply, FastifyRequest } from 'fastify';

/** Headers of every answer, errors and static files included. The page itself adds its nonce: see web-client.ts. */
export function securityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  });
  if (request.protocol === 'https') void reply.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  if (isOpenToApps(request.url)) {
    void reply.headers({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers':
        'Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id, Idempotency-Key, Mastodon-Async-Refresh, Deprecation',
    });
  }
}

/** Web apps on other origins call these with a token of their own; cookies are never sent there (`*` forbids it). */
export function isOpenToApps(url: string): boolean {
  if (url.startsWith('/api/roost/')) return false;
  return /^\/(api|oauth\/(token|revoke|userinfo)|\.well-known|nodeinfo|media)(\/|\?|$)/.test(url);
}
