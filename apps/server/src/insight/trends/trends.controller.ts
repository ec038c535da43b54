import { Controller, Get, Query } from '@nestjs/common';
import { Tag } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { limit } from '../../platform/http/wire-input.js';
import { TrendingTags } from './trending-tags.js';

const TrendsQuery = z.object({ limit: limit(10, 20), offset: z.coerce.number().int().min(0).catch(0) });
type TrendsQuery = z.infer<typeof TrendsQuery>;

@Controller('api/v1')
@Access('any')
export class TrendsController {
  constructor(private readonly trendingTags: TrendingTags) {}

  /** The address without a kind is the older one. */
  @Get(['trends/tags', 'trends'])
  @Answers(z.array(Tag))
  tags(@Viewer() viewer: ViewerFacts, @Query({ schema: TrendsQuery }) query: TrendsQuery): Promise<Tag[]> {
    return this.trendingTags.read(viewer.accountId, query);
  }

  /** Posts are not ranked, and links of the world outside are not followed: there is nothing to show here. */
  @Get(['trends/statuses', 'trends/links'])
  @Answers(z.array(z.never()))
  nothing(): never[] {
    return [];
  }
}
