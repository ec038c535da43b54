import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AppsModule } from './apps/apps.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { MailsModule } from './mails/mails.module.js';
import { RelationshipsModule } from './relationships/relationships.module.js';
import { SuggestionsModule } from './suggestions/suggestions.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SiteSettingsModule } from './settings/settings.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { SignUpModule } from './sign-up/sign-up.module.js';

/** Floor 1. */
@Module({
  imports: [
    AccountsModule,
    SiteSettingsModule,
    MailsModule,
    SignInModule,
    SessionsModule,
    SignUpModule,
    InvitationsModule,
    RelationshipsModule,
    SuggestionsModule,
    AppsModule,
  ],
})
export class PeopleModule {}
