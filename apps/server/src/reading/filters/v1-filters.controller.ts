import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { V1Filter } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { ChangeV1Filters, titleFor } from './change-v1-filters.js';
import { CreateFilter } from './create-filter.js';
import { type NewV1Filter, NewV1FilterInput, type V1FilterChange, V1FilterChangeInput } from './filter.input.js';
import { FilterReader } from './filter.reader.js';

/** The same filters as apps before Mastodon 4 know them: every keyword for itself. */
@Controller('api/v1/filters')
export class V1FiltersController {
  constructor(
    private readonly filters: FilterReader,
    private readonly createFilter: CreateFilter,
    private readonly changeV1Filters: ChangeV1Filters,
  ) {}

  @Get()
  @Access('read:filters')
  @Answers(z.array(V1Filter))
  all(@Viewer() viewer: ViewerFacts): Promise<V1Filter[]> {
    return this.filters.allV1(viewer.accountId);
  }

  @Post()
  @HttpCode(200)
  @Access('write:filters')
  @Answers(V1Filter)
  async create(@Viewer() viewer: ViewerFacts, @Body({ schema: NewV1FilterInput }) input: NewV1Filter): Promise<V1Filter> {
    const id = await this.createFilter.run(viewer, {
      title: titleFor(input.phrase),
      context: input.context,
      filter_action: input.irreversible ? 'hide' : 'warn',
      expires_in: input.expires_in,
      keywords_attributes: [{ keyword: input.phrase, whole_word: input.whole_word }],
    });
    const { keywords } = await this.filters.one(viewer.accountId, id);
    return this.filters.oneV1(viewer.accountId, keywords[0]?.id ?? '0');
  }

  @Get(':id')
  @Access('read:filters')
  @Answers(V1Filter)
  one(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<V1Filter> {
    return this.filters.oneV1(viewer.accountId, id);
  }

  @Put(':id')
  @Access('write:filters')
  @Answers(V1Filter)
  async change(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: V1FilterChangeInput }) change: V1FilterChange,
  ): Promise<V1Filter> {
    await this.changeV1Filters.change(viewer, id, change);
    return this.filters.oneV1(viewer.accountId, id);
  }

  @Delete(':id')
  @Access('write:filters')
  @Answers(Empty)
  async remove(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.changeV1Filters.remove(viewer, id);
    return {};
  }
}
