import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { OriginPolicy } from './origin.js';

/** The guard asks an {@link Authenticator}, which the people floor provides globally. */
@Global()
@Module({ providers: [OriginPolicy, { provide: APP_GUARD, useClass: AccessGuard }], exports: [OriginPolicy] })
export class AccessModule {}
