import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../platform/access/authenticator.js';
import { AccountAuthenticator } from './account-authenticator.js';
import { AccountSecretsController } from './account-secrets.controller.js';
import { ChangeSecrets } from './change-secrets.js';
import { GuessLimits } from './guess-limits.js';
import { PasswordCheck } from './password-check.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordResetsController } from './password-resets.controller.js';
import { ResetPassword } from './reset-password.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';

@Global()
@Module({
  controllers: [SignInController, AccountSecretsController, PasswordResetsController],
  providers: [
    { provide: Authenticator, useClass: AccountAuthenticator },
    SignIn,
    GuessLimits,
    PasswordHasher,
    PasswordCheck,
    ChangeSecrets,
    ResetPassword,
  ],
  exports: [Authenticator, PasswordHasher, PasswordCheck],
})
export class SignInModule {}
