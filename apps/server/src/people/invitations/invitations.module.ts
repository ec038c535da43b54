import { Global, Module } from '@nestjs/common';
import { InvitationList } from './invitation-list.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.js';
import { Invite } from './invite.js';
import { RevokeInvitation } from './revoke-invitation.js';

@Global()
@Module({
  controllers: [InvitationsController],
  providers: [Invitations, InvitationList, Invite, RevokeInvitation],
  exports: [Invitations],
})
export class InvitationsModule {}
