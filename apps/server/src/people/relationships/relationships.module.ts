import { Module } from '@nestjs/common';
import { AcceptFollowRequest } from './accept-follow-request.js';
import { BlockAccount } from './block-account.js';
import { FollowAccount } from './follow-account.js';
import { EndorseAccount } from './endorse-account.js';
import { MuteAccount } from './mute-account.js';
import { NoteAccount } from './note-account.js';
import { ProfileRelationsController } from './profile-relations.controller.js';
import { RejectFollowRequest } from './reject-follow-request.js';
import { RelatedAccountsController } from './related-accounts.controller.js';
import { RelatedAccountsReader } from './related-accounts.reader.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';
import { RelationshipReader } from './relationship.reader.js';
import { RelationshipsController } from './relationships.controller.js';
import { RemoveFollower } from './remove-follower.js';
import { UnblockAccount } from './unblock-account.js';
import { UnendorseAccount } from './unendorse-account.js';
import { UnfollowAccount } from './unfollow-account.js';
import { UnmuteAccount } from './unmute-account.js';

@Module({
  controllers: [RelationshipsController, RelatedAccountsController, ProfileRelationsController],
  providers: [
    RelationRepository,
    RelationJournal,
    RelationshipReader,
    RelatedAccountsReader,
    FollowAccount,
    UnfollowAccount,
    RemoveFollower,
    AcceptFollowRequest,
    RejectFollowRequest,
    BlockAccount,
    UnblockAccount,
    MuteAccount,
    UnmuteAccount,
    EndorseAccount,
    UnendorseAccount,
    NoteAccount,
  ],
  exports: [RelationshipReader],
})
export class RelationshipsModule {}
