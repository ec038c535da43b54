import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role, Scope } from '@roost/contracts';
import type { FastifyRequest } from 'fastify';
import type { Principal, Viewer as ViewerFacts } from './principal.js';

export const ACCESS = 'roost:access';

/** What a route says about who may call it. */
export type AccessRule =
  | { public: true; reason: string }
  | {
      public: false;
      /** A scope as Mastodon names them; `web` is our own web client's session, which no app token can be. */
      scope: Scope | 'web' | 'any';
      role: Role;
      /** True when an app's own token, without a person, will do. */
      app: boolean;
    };

/** The route may be called by a person (or by an app for a person) with this scope. `any` takes every valid token. */
export const Access = (scope: Scope | 'web' | 'any', options: { role?: Role; app?: boolean } = {}) =>
  SetMetadata(ACCESS, { public: false, scope, role: options.role ?? 'member', app: options.app ?? false } satisfies AccessRule);

/** The route answers anybody; the reason is printed in docs/permissions.md. */
export const Public = (reason: string) => SetMetadata(ACCESS, { public: true, reason } satisfies AccessRule);

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null;
  }
}

/** The person who calls. Only on routes that are neither public nor open to apps without a person. */
export const Viewer = createParamDecorator((_: unknown, context: ExecutionContext): ViewerFacts => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (principal?.accountId == null || principal.handle === null) throw new Error('a route without a person asked for its viewer');
  return { ...principal, accountId: principal.accountId, handle: principal.handle };
});

/** Whoever calls, or null: for public routes that show more to a known caller. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | null => context.switchToHttp().getRequest<FastifyRequest>().principal,
);
