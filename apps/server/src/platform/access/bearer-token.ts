import type { FastifyRequest } from 'fastify';

/** Addresses of streams, where a browser cannot send a header of its own. */
const STREAMING = /^\/api\/v1\/streaming(\/|\?|$)/;

/** The token a request shows: in its `Authorization` header, and for streams also as the socket's protocol or in the query. */
export function bearerToken(request: FastifyRequest): string | null {
  const shown = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (shown !== undefined || !isStreaming(request.url)) return shown ?? null;
  const protocol = request.headers['sec-websocket-protocol']?.split(',', 1)[0]?.trim();
  if (protocol !== undefined && protocol !== '') return protocol;
  const { access_token: token } = request.query as Record<string, unknown>;
  return typeof token === 'string' && token !== '' ? token : null;
}

export function isStreaming(url: string): boolean {
  return STREAMING.test(url);
}
