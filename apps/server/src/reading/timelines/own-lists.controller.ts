import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { Status } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { TimelineQuery } from './timeline.input.js';
import { TimelineReader } from './timeline.reader.js';

/** Lists that only their owner sees, in the order in which they were filled. */
@Controller('api/v1')
export class OwnListsController {
  constructor(
    private readonly timelines: TimelineReader,
    private readonly settings: Settings,
  ) {}

  @Get('favourites')
  @Access('read:favourites')
  @Answers(z.array(Status))
  async favourites(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    const page = await this.timelines.own(viewer.accountId, 'favourites', query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }

  @Get('bookmarks')
  @Access('read:bookmarks')
  @Answers(z.array(Status))
  async bookmarks(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    const page = await this.timelines.own(viewer.accountId, 'bookmarks', query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }
}
