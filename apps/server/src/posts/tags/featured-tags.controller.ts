import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { FeaturedTag, Tag } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { FeatureTag } from './feature-tag.js';
import { FeaturedTagReader } from './featured-tag.reader.js';
import { UnfeatureTag } from './unfeature-tag.js';

const FeatureInput = z.object({ name: z.string().max(500).default('') });
type FeatureInput = z.infer<typeof FeatureInput>;

@Controller('api/v1')
export class FeaturedTagsController {
  constructor(
    private readonly reader: FeaturedTagReader,
    private readonly featureTag: FeatureTag,
    private readonly unfeatureTag: UnfeatureTag,
  ) {}

  @Get('featured_tags')
  @Access('read:accounts')
  @Answers(z.array(FeaturedTag))
  own(@Viewer() viewer: ViewerFacts): Promise<FeaturedTag[]> {
    return this.reader.of(viewer.accountId, viewer.accountId);
  }

  @Get('featured_tags/suggestions')
  @Access('read:accounts')
  @Answers(z.array(Tag))
  suggestions(@Viewer() viewer: ViewerFacts): Promise<Tag[]> {
    return this.reader.suggest(viewer.accountId);
  }

  @Get('accounts/:id/featured_tags')
  @Access('read:accounts')
  @Answers(z.array(FeaturedTag))
  of(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<FeaturedTag[]> {
    return this.reader.of(viewer.accountId, id);
  }

  @Post('featured_tags')
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(FeaturedTag)
  async feature(@Viewer() viewer: ViewerFacts, @Body({ schema: FeatureInput }) { name }: FeatureInput): Promise<FeaturedTag> {
    const id = await this.featureTag.run(viewer, { name, again: 'refuse' });
    return this.reader.own(viewer.accountId, id);
  }

  @Delete('featured_tags/:id')
  @Access('write:accounts')
  @Answers(z.object({}))
  async unfeature(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.unfeatureTag.byId(viewer, id);
    return {};
  }
}
