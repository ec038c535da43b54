import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Notification } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { DismissNotifications } from './dismiss-notifications.js';
import { choiceOf, DismissBody, NotificationsQuery, UnreadCount, UnreadQuery } from './notification.input.js';
import { NotificationReader } from './notification.reader.js';

@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(
    private readonly reader: NotificationReader,
    private readonly dismissNotifications: DismissNotifications,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Access('read:notifications')
  @Answers(z.array(Notification))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: NotificationsQuery }) query: NotificationsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Notification[]> {
    const page = await this.reader.page(viewer.accountId, choiceOf(query), query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }

  @Get('unread_count')
  @Access('read:notifications')
  @Answers(UnreadCount)
  async unreadCount(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: UnreadQuery }) query: UnreadQuery,
  ): Promise<z.infer<typeof UnreadCount>> {
    return { count: await this.reader.unreadCount(viewer.accountId, choiceOf(query), query.limit) };
  }

  @Get(':id')
  @Access('read:notifications')
  @Answers(Notification)
  one(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Notification> {
    return this.reader.one(viewer.accountId, id);
  }

  @Post('clear')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async clear(@Viewer() viewer: ViewerFacts): Promise<Record<string, never>> {
    await this.dismissNotifications.all(viewer);
    return {};
  }

  /** As apps of before 2018 dismissed one. */
  @Post('dismiss')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async dismissNamed(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: DismissBody }) { id }: DismissBody,
  ): Promise<Record<string, never>> {
    return this.dismiss(viewer, id);
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async dismiss(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.dismissNotifications.some(viewer, [id]);
    return {};
  }
}
