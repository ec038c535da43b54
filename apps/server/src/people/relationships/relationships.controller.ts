import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Account, Relationship } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { BlockAccount } from './block-account.js';
import { FollowAccount } from './follow-account.js';
import { MuteAccount } from './mute-account.js';
import { RelatedAccountsReader } from './related-accounts.reader.js';
import { RelationshipReader } from './relationship.reader.js';
import { FollowBody, MuteBody, TargetsQuery } from './relationships.input.js';
import { RemoveFollower } from './remove-follower.js';
import { UnblockAccount } from './unblock-account.js';
import { UnfollowAccount } from './unfollow-account.js';
import { UnmuteAccount } from './unmute-account.js';

/** What the viewer does with other people. Every answer is how they stand to each other afterwards. */
@Controller('api/v1/accounts')
export class RelationshipsController {
  constructor(
    private readonly relationships: RelationshipReader,
    private readonly related: RelatedAccountsReader,
    private readonly followAccount: FollowAccount,
    private readonly unfollowAccount: UnfollowAccount,
    private readonly removeFollower: RemoveFollower,
    private readonly blockAccount: BlockAccount,
    private readonly unblockAccount: UnblockAccount,
    private readonly muteAccount: MuteAccount,
    private readonly unmuteAccount: UnmuteAccount,
  ) {}

  @Get('relationships')
  @Access('read:follows')
  @Answers(z.array(Relationship))
  many(@Viewer() viewer: ViewerFacts, @Query({ schema: TargetsQuery }) query: TargetsQuery): Promise<Relationship[]> {
    return this.relationships.many(viewer.accountId, query.id ?? [], { suspended: query.with_suspended });
  }

  @Get('familiar_followers')
  @Access('read:follows')
  @Answers(z.array(z.object({ id: z.string(), accounts: z.array(Account) })))
  familiar(@Viewer() viewer: ViewerFacts, @Query({ schema: TargetsQuery }) query: TargetsQuery) {
    return this.related.familiarFollowers(viewer.accountId, query.id ?? []);
  }

  @Post(':id/follow')
  @HttpCode(200)
  @Access('write:follows')
  @Answers(Relationship)
  async follow(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: FollowBody }) body: FollowBody,
  ): Promise<Relationship> {
    await this.followAccount.run(viewer, id, body);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post(':id/unfollow')
  @HttpCode(200)
  @Access('write:follows')
  @Answers(Relationship)
  async unfollow(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.unfollowAccount.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post(':id/remove_from_followers')
  @HttpCode(200)
  @Access('write:follows')
  @Answers(Relationship)
  async removeFromFollowers(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.removeFollower.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post(':id/block')
  @HttpCode(200)
  @Access('write:blocks')
  @Answers(Relationship)
  async block(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.blockAccount.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post(':id/unblock')
  @HttpCode(200)
  @Access('write:blocks')
  @Answers(Relationship)
  async unblock(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.unblockAccount.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post(':id/mute')
  @HttpCode(200)
  @Access('write:mutes')
  @Answers(Relationship)
  async mute(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: MuteBody }) body: MuteBody,
  ): Promise<Relationship> {
    await this.muteAccount.run(viewer, id, body);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post(':id/unmute')
  @HttpCode(200)
  @Access('write:mutes')
  @Answers(Relationship)
  async unmute(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.unmuteAccount.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }
}
