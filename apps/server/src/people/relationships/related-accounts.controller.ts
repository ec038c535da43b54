import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Account, Relationship } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AcceptFollowRequest } from './accept-follow-request.js';
import { RelatedAccountsReader } from './related-accounts.reader.js';
import { RelationshipReader } from './relationship.reader.js';
import { ListQuery } from './relationships.input.js';
import { RejectFollowRequest } from './reject-follow-request.js';

type Listed = Awaited<ReturnType<RelatedAccountsReader['followers']>>;

/** Lists of people by their relation to someone, and the answers to follow requests. */
@Controller('api/v1')
export class RelatedAccountsController {
  constructor(
    private readonly settings: Settings,
    private readonly related: RelatedAccountsReader,
    private readonly relationships: RelationshipReader,
    private readonly acceptFollowRequest: AcceptFollowRequest,
    private readonly rejectFollowRequest: RejectFollowRequest,
  ) {}

  @Get('accounts/:id/followers')
  @Access('read:accounts')
  @Answers(z.array(Account))
  async followers(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: ListQuery }) page: ListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    return this.answer(request, reply, await this.related.followers(viewer.accountId, id, page));
  }

  @Get('accounts/:id/following')
  @Access('read:accounts')
  @Answers(z.array(Account))
  async following(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: ListQuery }) page: ListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    return this.answer(request, reply, await this.related.following(viewer.accountId, id, page));
  }

  @Get('blocks')
  @Access('read:blocks')
  @Answers(z.array(Account))
  async blocks(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: ListQuery }) page: ListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    return this.answer(request, reply, await this.related.blocks(viewer.accountId, page));
  }

  @Get('mutes')
  @Access('read:mutes')
  @Answers(z.array(Account))
  async mutes(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: ListQuery }) page: ListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    return this.answer(request, reply, await this.related.mutes(viewer.accountId, page));
  }

  @Get('follow_requests')
  @Access('read:follows')
  @Answers(z.array(Account))
  async followRequests(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: ListQuery }) page: ListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    return this.answer(request, reply, await this.related.followRequests(viewer.accountId, page));
  }

  @Post('follow_requests/:id/authorize')
  @HttpCode(200)
  @Access('write:follows')
  @Answers(Relationship)
  async accept(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.acceptFollowRequest.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post('follow_requests/:id/reject')
  @HttpCode(200)
  @Access('write:follows')
  @Answers(Relationship)
  async reject(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.rejectFollowRequest.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  private answer(request: FastifyRequest, reply: FastifyReply, listed: Listed): Account[] {
    return answerPage(request, reply, this.settings.publicUrl, listed, listed.accounts);
  }
}
