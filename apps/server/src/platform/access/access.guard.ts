import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { allows } from '@roost/contracts';
import type { FastifyRequest } from 'fastify';
import { Forbidden, OutsideScopes, PersonNeeded, Unauthenticated } from '../errors.js';
import { ACCESS, type AccessRule } from './access.js';
import { Authenticator } from './authenticator.js';
import { bearerToken } from './bearer-token.js';
import { ForeignOrigin, OriginPolicy } from './origin.js';
import { hasRole } from './principal.js';
import { sessionCookie } from './session-cookie.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asks every route who may call it. A route that says nothing is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly origins: OriginPolicy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets authenticate at their handshake
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Forbidden();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bearer = bearerToken(request);
    const cookie = bearer === null ? sessionCookie(request) : null;
    request.principal = null;
    // A browser sends our cookie along whoever made it send the request; only our own pages may use it to change something.
    const ours = request.url.startsWith('/api/roost/');
    if (!SAFE.has(request.method) && (cookie !== null || ours) && !this.origins.isOurs(request, cookie !== null))
      throw new ForeignOrigin();
    if (bearer !== null || cookie !== null)
      request.principal = await this.authenticator.authenticate({ bearer, cookie, ip: request.ip });
    if (rule.public) return true;
    const { principal } = request;
    if (!principal) throw new Unauthenticated();
    if (rule.scope === 'web' && principal.kind !== 'session') throw new Forbidden();
    if (rule.scope !== 'web' && rule.scope !== 'any' && !allows(principal.scopes, rule.scope)) throw new OutsideScopes();
    if (principal.accountId === null && !rule.app) throw new PersonNeeded();
    if (!hasRole(principal, rule.role)) throw new Forbidden();
    return true;
  }
}
