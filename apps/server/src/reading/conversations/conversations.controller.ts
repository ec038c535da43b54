import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Conversation } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam, pageInput } from '../../platform/http/wire-input.js';
import { ConversationReader } from './conversation.reader.js';
import { MarkConversation } from './mark-conversation.js';
import { RemoveConversation } from './remove-conversation.js';

const ConversationsQuery = z.object(pageInput(20, 40));
type ConversationsQuery = z.infer<typeof ConversationsQuery>;

@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(
    private readonly reader: ConversationReader,
    private readonly markConversation: MarkConversation,
    private readonly removeConversation: RemoveConversation,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Access('read:statuses')
  @Answers(z.array(Conversation))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: ConversationsQuery }) query: ConversationsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Conversation[]> {
    const page = await this.reader.page(viewer.accountId, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Access('write:conversations')
  @Answers(Conversation)
  async read(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Conversation> {
    await this.markConversation.run(viewer, id, 'read');
    return this.reader.one(viewer.accountId, id);
  }

  @Post(':id/unread')
  @HttpCode(200)
  @Access('write:conversations')
  @Answers(Conversation)
  async unread(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Conversation> {
    await this.markConversation.run(viewer, id, 'unread');
    return this.reader.one(viewer.accountId, id);
  }

  @Delete(':id')
  @Access('write:conversations')
  @Answers(z.object({}))
  async remove(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.removeConversation.run(viewer, id);
    return {};
  }
}
