import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../platform/access/authenticator.js';
import { AccountAuthenticator } from './account-authenticator.js';

@Global()
@Module({ providers: [{ provide: Authenticator, useClass: AccountAuthenticator }], exports: [Authenticator] })
export class SignInModule {}
