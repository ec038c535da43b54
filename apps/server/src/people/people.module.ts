import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { RelationshipsModule } from './relationships/relationships.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';

/** Floor 1. */
@Module({ imports: [AccountsModule, SignInModule, RelationshipsModule] })
export class PeopleModule {}
