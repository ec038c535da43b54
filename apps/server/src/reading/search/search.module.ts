import { Module } from '@nestjs/common';
import { CountMatches } from './count-matches.js';
import { ResolveAddress } from './resolve-address.js';
import { SearchFacetsController } from './search-facets.controller.js';
import { SearchStatuses } from './search-statuses.js';
import { SearchTags } from './search-tags.js';
import { SearchController } from './search.controller.js';
import { StatusSearchRepository } from './status-search.repository.js';

@Module({
  controllers: [SearchController, SearchFacetsController],
  providers: [StatusSearchRepository, SearchStatuses, SearchTags, ResolveAddress, CountMatches],
})
export class SearchModule {}
