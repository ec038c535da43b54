import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { Account, StatusContext, StatusEdit, StatusSource } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import type { Page } from '../../platform/http/paging.js';
import { IdParam, pageInput } from '../../platform/http/wire-input.js';
import { ReactionsReader } from './reactions.reader.js';
import { StatusVersionsReader } from './status-versions.reader.js';
import { ThreadReader } from './thread.reader.js';

const ReactionsQuery = z.object(pageInput(40, 80));

/** What stands around one post: its thread, its versions, the people who liked or boosted it. */
@Controller('api/v1/statuses/:id')
export class StatusDetailsController {
  constructor(
    private readonly settings: Settings,
    private readonly threads: ThreadReader,
    private readonly versions: StatusVersionsReader,
    private readonly reactions: ReactionsReader,
  ) {}

  @Get('context')
  @Access('read:statuses')
  @Answers(StatusContext)
  context(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<StatusContext> {
    return this.threads.context(viewer.accountId, id);
  }

  @Get('history')
  @Access('read:statuses')
  @Answers(z.array(StatusEdit))
  history(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<StatusEdit[]> {
    return this.versions.history(viewer.accountId, id);
  }

  @Get('source')
  @Access('read:statuses')
  @Answers(StatusSource)
  source(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<StatusSource> {
    return this.versions.source(viewer.accountId, id);
  }

  @Get('favourited_by')
  @Access('read:statuses')
  @Answers(z.array(Account))
  async favouritedBy(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: ReactionsQuery }) query: Page,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    const page = await this.reactions.favouritedBy(viewer.accountId, id, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.accounts);
  }

  @Get('reblogged_by')
  @Access('read:statuses')
  @Answers(z.array(Account))
  async boostedBy(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: ReactionsQuery }) query: Page,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    const page = await this.reactions.boostedBy(viewer.accountId, id, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.accounts);
  }
}
