import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { bearerToken } from '../access/bearer-token.js';
import { sessionCookie } from '../access/session-cookie.js';
import { sayRate, takeAnonymous } from './rate-limit-callers.js';
import { type RateAnswer, RateLimits } from './rate-limits.js';
import { addressKey, RATE_LIMIT, RATES, type RouteRate, TooManyRequests } from './rates.js';

/** Counts known callers by account, and routes that have a limit of their own. Runs after the guards, so the caller is known. */
@Injectable()
export class RateLimitInterceptor implements NestInterceptor {
  constructor(
    private readonly limits: RateLimits,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const general = await this.takeGeneral(request);
    if (general) this.settle(reply, general);
    const rate = this.reflector.getAllAndOverride<RouteRate | undefined>(RATE_LIMIT, [context.getHandler(), context.getClass()]);
    if (rate) {
      const who = rate.per === 'account' ? request.principal?.accountId : null;
      this.settle(reply, await this.limits.take(`${rate.name}:${who ?? addressKey(request.ip)}`, rate));
    }
    return next.handle();
  }

  private async takeGeneral(request: FastifyRequest): Promise<RateAnswer | null> {
    const { principal } = request;
    if (principal?.kind === 'session') return this.limits.take(`web:${principal.accountId}`, RATES.web);
    if (principal) return this.limits.take(`app:${principal.accountId ?? `token-${principal.credentialId}`}`, RATES.app);
    // Whoever shows credentials that mean nothing is as anonymous as one who shows none; those were counted before.
    if (bearerToken(request) !== null || sessionCookie(request) !== null) return takeAnonymous(this.limits, request);
    return null;
  }

  private settle(reply: FastifyReply, answer: RateAnswer): void {
    sayRate(reply, answer);
    if (!answer.allowed) throw new TooManyRequests(answer.resetAt);
  }
}
