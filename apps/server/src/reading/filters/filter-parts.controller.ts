import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { FilterKeyword, FilterStatus } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { ChangeKeywords } from './change-keywords.js';
import { type FilterStatusAsked, FilterStatusInput, type KeywordAsked, KeywordInput } from './filter.input.js';
import { FilterReader } from './filter.reader.js';
import { NameStatuses } from './name-statuses.js';

/** The keywords of a filter and the posts it names, one by one. */
@Controller('api/v2/filters')
export class FilterPartsController {
  constructor(
    private readonly filters: FilterReader,
    private readonly changeKeywords: ChangeKeywords,
    private readonly nameStatuses: NameStatuses,
  ) {}

  @Get(':id/keywords')
  @Access('read:filters')
  @Answers(z.array(FilterKeyword))
  async keywords(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<FilterKeyword[]> {
    return (await this.filters.one(viewer.accountId, id)).keywords;
  }

  @Post(':id/keywords')
  @HttpCode(200)
  @Access('write:filters')
  @Answers(FilterKeyword)
  async addKeyword(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: KeywordInput }) input: KeywordAsked,
  ): Promise<FilterKeyword> {
    return this.filters.keyword(viewer.accountId, await this.changeKeywords.add(viewer, id, input));
  }

  @Get('keywords/:id')
  @Access('read:filters')
  @Answers(FilterKeyword)
  keyword(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<FilterKeyword> {
    return this.filters.keyword(viewer.accountId, id);
  }

  @Put('keywords/:id')
  @Access('write:filters')
  @Answers(FilterKeyword)
  async changeKeyword(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: KeywordInput }) input: KeywordAsked,
  ): Promise<FilterKeyword> {
    await this.changeKeywords.change(viewer, id, input);
    return this.filters.keyword(viewer.accountId, id);
  }

  @Delete('keywords/:id')
  @Access('write:filters')
  @Answers(Empty)
  async removeKeyword(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
  ): Promise<Record<string, never>> {
    await this.changeKeywords.remove(viewer, id);
    return {};
  }

  @Get(':id/statuses')
  @Access('read:filters')
  @Answers(z.array(FilterStatus))
  async statuses(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<FilterStatus[]> {
    return (await this.filters.one(viewer.accountId, id)).statuses;
  }

  @Post(':id/statuses')
  @HttpCode(200)
  @Access('write:filters')
  @Answers(FilterStatus)
  async nameStatus(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: FilterStatusInput }) input: FilterStatusAsked,
  ): Promise<FilterStatus> {
    return this.filters.status(viewer.accountId, await this.nameStatuses.add(viewer, id, input));
  }

  @Get('statuses/:id')
  @Access('read:filters')
  @Answers(FilterStatus)
  status(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<FilterStatus> {
    return this.filters.status(viewer.accountId, id);
  }

  @Delete('statuses/:id')
  @Access('write:filters')
  @Answers(Empty)
  async dropStatus(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.nameStatuses.remove(viewer, id);
    return {};
  }
}
