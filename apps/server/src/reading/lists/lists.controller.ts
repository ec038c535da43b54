import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { Account, List } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AddMembers } from './add-members.js';
import { CreateList } from './create-list.js';
import { DeleteList } from './delete-list.js';
import { type ListChange, ListChangeInput, MembersInput, MembersQuery, type NewList, NewListInput } from './list.input.js';
import { ListReader } from './list.reader.js';
import { RemoveMembers } from './remove-members.js';
import { UpdateList } from './update-list.js';

/** Lists of people, each with a timeline of its own. Only their owner knows of them. */
@Controller('api/v1')
export class ListsController {
  constructor(
    private readonly lists: ListReader,
    private readonly createList: CreateList,
    private readonly updateList: UpdateList,
    private readonly deleteList: DeleteList,
    private readonly addMembers: AddMembers,
    private readonly removeMembers: RemoveMembers,
    private readonly settings: Settings,
  ) {}

  @Get('lists')
  @Access('read:lists')
  @Answers(z.array(List))
  all(@Viewer() viewer: ViewerFacts): Promise<List[]> {
    return this.lists.all(viewer.accountId);
  }

  @Post('lists')
  @HttpCode(200)
  @Access('write:lists')
  @Answers(List)
  async create(@Viewer() viewer: ViewerFacts, @Body({ schema: NewListInput }) input: NewList): Promise<List> {
    return this.lists.one(viewer.accountId, await this.createList.run(viewer, input));
  }

  @Get('lists/:id')
  @Access('read:lists')
  @Answers(List)
  one(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<List> {
    return this.lists.one(viewer.accountId, id);
  }

  @Put('lists/:id')
  @Access('write:lists')
  @Answers(List)
  update(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: ListChangeInput }) change: ListChange,
  ): Promise<List> {
    return this.updateList.run(viewer, id, change);
  }

  @Delete('lists/:id')
  @Access('write:lists')
  @Answers(Empty)
  async delete(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.deleteList.run(viewer, id);
    return {};
  }

  @Get('lists/:id/accounts')
  @Access('read:lists')
  @Answers(z.array(Account))
  async members(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Query({ schema: MembersQuery }) query: MembersQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account[]> {
    const page = await this.lists.members(viewer.accountId, id, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }

  @Post('lists/:id/accounts')
  @HttpCode(200)
  @Access('write:lists')
  @Answers(Empty)
  async add(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: MembersInput }) input: MembersInput,
  ): Promise<Record<string, never>> {
    await this.addMembers.run(viewer, id, input.account_ids);
    return {};
  }

  @Delete('lists/:id/accounts')
  @Access('write:lists')
  @Answers(Empty)
  async remove(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: MembersInput }) input: MembersInput,
  ): Promise<Record<string, never>> {
    await this.removeMembers.run(viewer, id, input.account_ids);
    return {};
  }

  @Get('accounts/:id/lists')
  @Access('read:lists')
  @Answers(z.array(List))
  withMember(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<List[]> {
    return this.lists.withMember(viewer.accountId, id);
  }
}
