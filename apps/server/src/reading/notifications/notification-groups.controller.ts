import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Account, GroupedNotifications } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { DismissNotifications } from './dismiss-notifications.js';
import { groupNotifications, withPartialAccounts } from './group-notifications.js';
import { choiceOf, GroupsQuery, UnreadCount, UnreadGroupsQuery } from './notification.input.js';
import { NotificationReader } from './notification.reader.js';

/** As many of one group as anybody looks at. */
const WHOLE_GROUP = 500;
const GroupKeyParam = z.string().max(100);

/** The same notifications as apps of Mastodon 4.3 and later ask for them: equal ones together. */
@Controller('api/v2/notifications')
export class NotificationGroupsController {
  constructor(
    private readonly reader: NotificationReader,
    private readonly dismissNotifications: DismissNotifications,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Access('read:notifications')
  @Answers(GroupedNotifications)
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: GroupsQuery }) query: GroupsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GroupedNotifications> {
    const page = await this.reader.page(viewer.accountId, choiceOf(query), query);
    answerPage(request, reply, this.settings.publicUrl, page, page.items);
    const groups = await this.reader.grouped(viewer.accountId, page.items, query.grouped_types);
    return query.expand_accounts === 'partial_avatars' ? withPartialAccounts(groups) : groups;
  }

  @Get('unread_count')
  @Access('read:notifications')
  @Answers(UnreadCount)
  async unreadCount(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: UnreadGroupsQuery }) query: UnreadGroupsQuery,
  ): Promise<z.infer<typeof UnreadCount>> {
    return { count: await this.reader.unreadGroups(viewer.accountId, choiceOf(query), query.limit, query.grouped_types) };
  }

  @Get(':key')
  @Access('read:notifications')
  @Answers(GroupedNotifications)
  async group(
    @Viewer() viewer: ViewerFacts,
    @Param('key', { schema: GroupKeyParam }) key: string,
  ): Promise<GroupedNotifications> {
    return groupNotifications(await this.reader.group(viewer.accountId, key, WHOLE_GROUP), () => true);
  }

  @Get(':key/accounts')
  @Access('read:notifications')
  @Answers(z.array(Account))
  async accounts(@Viewer() viewer: ViewerFacts, @Param('key', { schema: GroupKeyParam }) key: string): Promise<Account[]> {
    return groupNotifications(await this.reader.group(viewer.accountId, key, WHOLE_GROUP), () => true).accounts;
  }

  @Post(':key/dismiss')
  @HttpCode(200)
  @Access('write:notifications')
  @Answers(z.object({}))
  async dismiss(
    @Viewer() viewer: ViewerFacts,
    @Param('key', { schema: GroupKeyParam }) key: string,
  ): Promise<Record<string, never>> {
    const group = await this.reader.group(viewer.accountId, key, WHOLE_GROUP);
    await this.dismissNotifications.some(
      viewer,
      group.map((notification) => notification.id),
    );
    return {};
  }
}
