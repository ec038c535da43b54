import type { FastifyInstance } from 'fastify';
import { isOpenToApps } from './security-headers.js';

const ALLOWED = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
  'Access-Control-Max-Age': '86400',
};

/** Answers browsers that ask whether an app on another origin may call; `Allow-Origin` comes with the other headers. */
export function answerPreflights(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'OPTIONS' || !isOpenToApps(request.url)) return;
    await reply.status(204).headers(ALLOWED).send();
  });
}
