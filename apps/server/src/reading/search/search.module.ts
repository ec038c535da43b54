import { Module } from '@nestjs/common';
import { ResolveAddress } from './resolve-address.js';
import { SearchStatuses } from './search-statuses.js';
import { SearchTags } from './search-tags.js';
import { SearchController } from './search.controller.js';
import { StatusSearchRepository } from './status-search.repository.js';

@Module({
  controllers: [SearchController],
  providers: [StatusSearchRepository, SearchStatuses, SearchTags, ResolveAddress],
})
export class SearchModule {}
