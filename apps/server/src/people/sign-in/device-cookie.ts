import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const YEAR = 365 * 24 * 3600;

/** Names a browser, not a person: it opens nothing, and outlives signing out. */
export function deviceCookie(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request)] ?? null;
}

export function setDeviceCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  void reply.setCookie(nameFor(request), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: YEAR,
  });
}

function nameFor(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-roost-device' : 'roost-device';
}
