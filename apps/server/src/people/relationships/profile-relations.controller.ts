import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Account, Relationship } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { EndorseAccount } from './endorse-account.js';
import { NoteAccount } from './note-account.js';
import { RelatedAccountsReader } from './related-accounts.reader.js';
import { RelationshipReader } from './relationship.reader.js';
import { ListQuery, NoteBody } from './relationships.input.js';
import { UnendorseAccount } from './unendorse-account.js';

/** Whom people vouch for on their profiles, and what they note about others for themselves. */
@Controller('api/v1')
export class ProfileRelationsController {
  constructor(
    private readonly settings: Settings,
    private readonly related: RelatedAccountsReader,
    private readonly relationships: RelationshipReader,
    private readonly endorseAccount: EndorseAccount,
    private readonly unendorseAccount: UnendorseAccount,
    private readonly noteAccount: NoteAccount,
  ) {}

  @Get('endorsements')
  @Access('read:accounts')
  @Answers(z.array(Account))
  async own(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: ListQuery }) page: ListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    const listed = await this.related.endorsed(viewer.accountId, viewer.accountId, page);
    return answerPage(request, reply, this.settings.publicUrl, listed, listed.accounts);
  }

  @Get('accounts/:id/endorsements')
  @Access('read:accounts')
  @Answers(z.array(Account))
  async of(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: ListQuery }) page: ListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    const listed = await this.related.endorsed(viewer.accountId, id, page);
    return answerPage(request, reply, this.settings.publicUrl, listed, listed.accounts);
  }

  /** `pin` is the older word. */
  @Post(['accounts/:id/endorse', 'accounts/:id/pin'])
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(Relationship)
  async endorse(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.endorseAccount.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post(['accounts/:id/unendorse', 'accounts/:id/unpin'])
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(Relationship)
  async unendorse(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Relationship> {
    await this.unendorseAccount.run(viewer, id);
    return this.relationships.one(viewer.accountId, id);
  }

  @Post('accounts/:id/note')
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(Relationship)
  async note(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: NoteBody }) { comment }: NoteBody,
  ): Promise<Relationship> {
    await this.noteAccount.run(viewer, id, comment);
    return this.relationships.one(viewer.accountId, id);
  }
}
