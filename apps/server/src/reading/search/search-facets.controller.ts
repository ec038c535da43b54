import { Controller, Get, Query } from '@nestjs/common';
import { SearchFacets } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { CountMatches } from './count-matches.js';

const FacetsQuery = z.object({ q: z.string() });

@Controller('api/roost/v1/search')
export class SearchFacetsController {
  constructor(private readonly countMatches: CountMatches) {}

  /** What the posts that a search finds have in common: people, tags, days, languages and kinds, each with its number of posts. */
  @Get('facets')
  @Access('read:search')
  @Answers(SearchFacets)
  facets(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: FacetsQuery }) { q }: z.infer<typeof FacetsQuery>,
  ): Promise<SearchFacets> {
    return this.countMatches.run(viewer.accountId, q);
  }
}
