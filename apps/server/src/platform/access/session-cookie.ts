import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';

/**
 * Browsers take a `__Host-` cookie only over https. Over plain http, which Roost answers on this machine only,
 * the same cookie goes by a plain name, because not every browser makes an exception for localhost.
 */
const SECURE_NAME = '__Host-roost';
const LOCAL_NAME = 'roost';

export function sessionCookie(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request)] ?? null;
}

/** @param maxAge seconds to keep it; undefined until the browser closes */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string, maxAge: number | undefined): void {
  void reply.setCookie(nameFor(request), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    ...(maxAge === undefined ? {} : { maxAge }),
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' });
}

/** Finds our cookie in a raw header: for sockets, which Fastify does not parse. */
export function sessionCookieOf(header: string | undefined, secure: boolean): string | null {
  const name = secure ? SECURE_NAME : LOCAL_NAME;
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return decodeURIComponent(value);
  }
  return null;
}

function nameFor(request: FastifyRequest): string {
  return request.protocol === 'https' ? SECURE_NAME : LOCAL_NAME;
}
