import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Filter } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { CreateFilter } from './create-filter.js';
import { DeleteFilter } from './delete-filter.js';
import { type FilterChange, FilterChangeInput, type NewFilter, NewFilterInput } from './filter.input.js';
import { FilterReader } from './filter.reader.js';
import { UpdateFilter } from './update-filter.js';

/** What somebody does not want to read. Every status says which of its viewer's filters it matches. */
@Controller('api/v2/filters')
export class FiltersController {
  constructor(
    private readonly filters: FilterReader,
    private readonly createFilter: CreateFilter,
    private readonly updateFilter: UpdateFilter,
    private readonly deleteFilter: DeleteFilter,
  ) {}

  @Get()
  @Access('read:filters')
  @Answers(z.array(Filter))
  all(@Viewer() viewer: ViewerFacts): Promise<Filter[]> {
    return this.filters.all(viewer.accountId);
  }

  @Post()
  @HttpCode(200)
  @Access('write:filters')
  @Answers(Filter)
  async create(@Viewer() viewer: ViewerFacts, @Body({ schema: NewFilterInput }) input: NewFilter): Promise<Filter> {
    return this.filters.one(viewer.accountId, await this.createFilter.run(viewer, input));
  }

  @Get(':id')
  @Access('read:filters')
  @Answers(Filter)
  one(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Filter> {
    return this.filters.one(viewer.accountId, id);
  }

  @Put(':id')
  @Access('write:filters')
  @Answers(Filter)
  async update(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: FilterChangeInput }) change: FilterChange,
  ): Promise<Filter> {
    await this.updateFilter.run(viewer, id, change);
    return this.filters.one(viewer.accountId, id);
  }

  @Delete(':id')
  @Access('write:filters')
  @Answers(Empty)
  async delete(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.deleteFilter.run(viewer, id);
    return {};
  }
}
