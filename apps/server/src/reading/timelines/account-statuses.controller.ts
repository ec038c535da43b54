import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { Status } from '@roost/contracts';
import { tagKey } from '@roost/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AccountStatusesQuery } from './timeline.input.js';
import { TimelineReader } from './timeline.reader.js';

@Controller('api/v1/accounts')
export class AccountStatusesController {
  constructor(
    private readonly timelines: TimelineReader,
    private readonly settings: Settings,
  ) {}

  /** What one account posted and boosted. Pinned posts are few and come without pages. */
  @Get(':id/statuses')
  @Access('read:statuses')
  @Answers(z.array(Status))
  async statuses(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: AccountStatusesQuery }) query: AccountStatusesQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    if (query.pinned) return this.timelines.pinned(viewer.accountId, id, query.limit);
    const choice = { ...query, tagged: query.tagged === undefined ? null : tagKey(query.tagged) };
    const page = await this.timelines.account(viewer.accountId, id, choice, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }
}
