import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { NotificationRequest } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AnswerRequests } from './answer-requests.js';
import { RequestIds, RequestsQuery } from './notification.input.js';
import { NotificationRequestReader } from './notification-request.reader.js';

/** People whose notifications were kept apart, and what the viewer answers them. */
@Controller('api/v1/notifications/requests')
export class NotificationRequestsController {
  constructor(
    private readonly reader: NotificationRequestReader,
    private readonly answerRequests: AnswerRequests,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Access('read:notifications')
  @Answers(z.array(NotificationRequest))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: RequestsQuery }) query: RequestsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NotificationRequest[]> {
    const page = await this.reader.page(viewer.accountId, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.requests);
  }

  /** Whether the notifications of those who were let in stand among the others: here they do at once. */
  @Get('merged')
  @Access('read:notifications')
  @Answers(z.object({ merged: z.literal(true) }))
  merged(): { merged: true } {
    return { merged: true };
  }

  @Post('accept')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async acceptMany(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: RequestIds }) { id }: RequestIds,
  ): Promise<Record<string, never>> {
    await this.answerRequests.run(viewer, id, 'accept');
    return {};
  }

  @Post('dismiss')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async dismissMany(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: RequestIds }) { id }: RequestIds,
  ): Promise<Record<string, never>> {
    await this.answerRequests.run(viewer, id, 'dismiss');
    return {};
  }

  @Get(':id')
  @Access('read:notifications')
  @Answers(NotificationRequest)
  one(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<NotificationRequest> {
    return this.reader.one(viewer.accountId, id);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async accept(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.answerRequests.one(viewer, id, 'accept');
    return {};
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async dismiss(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.answerRequests.one(viewer, id, 'dismiss');
    return {};
  }
}
