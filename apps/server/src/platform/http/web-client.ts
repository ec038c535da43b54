import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const ROOT = fileURLToPath(new URL('../../../../../web/dist/', import.meta.url));

/** Paths that belong to the API: an unknown one is a 404 in JSON, never the page. Letting an app in is a page. */
const API =
  /^\/(api|oauth(?!\/authorize(\/native)?\/?$)|media|\.well-known|nodeinfo|socket\.io|livez|health|readyz|metrics|assets)(\/|$)/;

/** Serves the built web client: hashed assets for a year, and its one page for every address that is not the API's. */
export async function serveWebClient(server: FastifyInstance): Promise<void> {
  const page = existsSync(join(ROOT, 'index.html')) ? readFileSync(join(ROOT, 'index.html'), 'utf8') : null;
  await server.register(fastifyStatic, {
    root: ROOT,
    serve: page !== null,
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      void reply.header(
        'Cache-Control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    if (page === null || !wantsPage(request)) return;
    await sendPage(reply, page);
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '/';
  if ((request.method !== 'GET' && request.method !== 'HEAD') || API.test(path)) return false;
  return path === '/' || !/\.[a-z0-9]{2,5}$/i.test(path) || path.startsWith('/@');
}

async function sendPage(reply: FastifyReply, page: string): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const withNonce = page.replace(/<(script|link rel="modulepreload"|style)\b/g, (tag) => `${tag} nonce="${nonce}"`);
  await reply
    .headers({
      'Content-Security-Policy': [
        "default-src 'none'",
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ].join('; '),
      'Cache-Control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(withNonce);
}
