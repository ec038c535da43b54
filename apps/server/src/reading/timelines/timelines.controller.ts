import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { Status } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import type { Paged } from '../../platform/http/paging.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { CompanyQuery, TagName, TagQuery, TimelineQuery } from './timeline.input.js';
import { TimelineReader } from './timeline.reader.js';

@Controller('api/v1/timelines')
export class TimelinesController {
  constructor(
    private readonly timelines: TimelineReader,
    private readonly settings: Settings,
  ) {}

  /** What the people and tags that the viewer follows bring, strictly in order of time. */
  @Get('home')
  @Access('read:statuses')
  @Answers(z.array(Status))
  async home(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    return this.answer(request, reply, await this.timelines.home(viewer.accountId, query));
  }

  /** Everything public. Nothing comes from elsewhere, so the remote half of Mastodon's timeline is empty. */
  @Get('public')
  @Access('read:statuses')
  @Answers(z.array(Status))
  async company(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: CompanyQuery }) query: CompanyQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    if (query.remote) return [];
    return this.answer(request, reply, await this.timelines.company(viewer.accountId, query.only_media, query));
  }

  /** Public posts with the tag or any of `any`, with all of `all` and none of `none`. */
  @Get('tag/:hashtag')
  @Access('read:statuses')
  @Answers(z.array(Status))
  async tag(
    @Viewer() viewer: ViewerFacts,
    @Param('hashtag', { schema: TagName }) hashtag: string,
    @Query({ schema: TagQuery }) query: TagQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    if (query.remote) return [];
    const tags = { any: [...new Set([hashtag, ...query.any])], all: [...new Set(query.all)], none: query.none };
    return this.answer(request, reply, await this.timelines.tag(viewer.accountId, tags, query.only_media, query));
  }

  /** Direct posts by themselves; `/api/v1/conversations` has them by whom they are between. */
  @Get('direct')
  @Access('read:statuses')
  @Answers(z.array(Status))
  async direct(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    return this.answer(request, reply, await this.timelines.direct(viewer.accountId, query));
  }

  /** What the members of one of the viewer's lists post, as its policy on replies has it. */
  @Get('list/:id')
  @Access('read:lists')
  @Answers(z.array(Status))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Status[]> {
    return this.answer(request, reply, await this.timelines.list(viewer.accountId, id, query));
  }

  /** Posts about a link in the news, which a closed company has none of. */
  @Get('link')
  @Access('read:statuses')
  @Answers(z.array(Status))
  link(): Status[] {
    return [];
  }

  private answer(request: FastifyRequest, reply: FastifyReply, page: Paged<Status>): Status[] {
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }
}
