import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';

/** Floor 1. */
@Module({ imports: [AccountsModule, SignInModule] })
export class PeopleModule {}
