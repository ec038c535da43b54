import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { ForwardedAddress } from '../../config/forwarded-address.js';
import { isLocal, type Settings } from '../../config/settings.js';
import { canonicalJson } from '../journal/canonical-json.js';
import { LIMITS } from '@roost/contracts';
import { RequestContext } from './request-context.js';
import { forgetFiles, readMultipart } from './multipart.js';
import { parseFields } from './parse-fields.js';
import { securityHeaders } from './security-headers.js';

/** Largest body that is not an upload. */
const BODY_BYTES = 256 * 1024;

/** Fastify with what every request goes through before a route sees it. */
export function httpServer(settings: Settings, logger: FastifyBaseLogger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustedProxies,
    bodyLimit: BODY_BYTES,
    // A film over a slow line takes minutes; headers that dawdle are cut off after one.
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, querystringParser: parseFields, maxParamLength: 500 },
  });
}

/** Registers body readers and hooks. Call before the routes are initialised. */
export async function prepareServer(server: FastifyInstance, settings: Settings): Promise<void> {
  await server.register(cookie);
  await server.register(formbody, { parser: parseFields, bodyLimit: BODY_BYTES });
  await server.register(multipart, {
    limits: { fileSize: LIMITS.imageBytes, files: 4, fields: 200, fieldSize: 64 * 1024, parts: 220 },
  });
  server.decorateRequest('principal', null);

  if (settings.testMode) server.addHook('onRequest', (request, _, done) => ForwardedAddress.run(forwardedOrigin(request), done));

  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    securityHeaders(request, reply);
    RequestContext.run({ requestId: request.id, ip: request.ip, claim: null }, done);
  });

  server.addHook('onRequest', async (request, reply) => {
    if (
      request.protocol === 'https' ||
      isLocal(request.hostname) ||
      request.url === '/livez' ||
      request.url === '/health' ||
      request.url === '/readyz' ||
      request.url === '/metrics'
    )
      return;
    await reply.status(403).type('application/json; charset=utf-8').send({
      error:
        'Roost answers over https only, except on this machine. Put a proxy with a certificate before it and set ROOST_PUBLIC_URL; docs/operations/https.md shows how.',
      code: 'https_wanted',
      request_id: request.id,
    });
  });

  server.addHook('onResponse', forgetFiles);
  server.addHook('onRequestAbort', forgetFiles);

  server.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readMultipart(request, settings.dataDir);
    if (request.method !== 'GET' && request.method !== 'HEAD') request.body = withQuery(request);
    claimIdempotency(request);
  });
}

/** The address a proxy of this machine was asked under; null without one, or when what it says is no address. */
function forwardedOrigin(request: FastifyRequest): string | null {
  const { headers, socket } = request;
  if (headers['x-forwarded-proto'] === undefined && headers['x-forwarded-host'] === undefined) return null;
  if (!isLoopback(socket.remoteAddress ?? '')) return null;
  const url = URL.parse(`${request.protocol}://${request.host}`);
  return url === null || !/^https?:$/.test(url.protocol) ? null : url.origin;
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

/** Clients send parameters of a write in the body, in the query, or in both. The body wins. */
function withQuery(request: FastifyRequest): unknown {
  const query = request.query as Record<string, unknown>;
  const { body } = request;
  if (body === null || body === undefined) return { ...query };
  if (typeof body !== 'object' || Array.isArray(body)) return body;
  return { ...query, ...body };
}

function claimIdempotency(request: FastifyRequest): void {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string' || key === '' || key.length > 255) return;
  const bodyHash = createHash('sha256')
    .update(canonicalJson(hashable(request.body)))
    .digest();
  RequestContext.claim({ key, bodyHash, route: `POST ${request.routeOptions.url ?? ''}` });
}

/** Files count by their bytes. */
function hashable(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body ?? {}, (_, value: unknown) => {
      if (
        value !== null &&
        typeof value === 'object' &&
        'type' in value &&
        value.type === 'Buffer' &&
        'data' in value &&
        Array.isArray(value.data)
      ) {
        return createHash('sha256')
          .update(Buffer.from(value.data as number[]))
          .digest('hex');
      }
      return value;
    }),
  );
}
