import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Tag, TagSuggestion } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import type { Page } from '../../platform/http/paging.js';
import { pageInput } from '../../platform/http/wire-input.js';
import { FeatureTag } from './feature-tag.js';
import { FollowTag } from './follow-tag.js';
import { TagReader } from './tag.reader.js';
import { UnfeatureTag } from './unfeature-tag.js';
import { UnfollowTag } from './unfollow-tag.js';

const FollowedQuery = z.object(pageInput(100, 200));
const SuggestionsQuery = z.object({ q: z.string().max(200).default('') });
type SuggestionsQuery = z.infer<typeof SuggestionsQuery>;
const Name = z.string().min(1).max(500);

@Controller('api')
export class TagsController {
  constructor(
    private readonly settings: Settings,
    private readonly tags: TagReader,
    private readonly followTag: FollowTag,
    private readonly unfollowTag: UnfollowTag,
    private readonly featureTag: FeatureTag,
    private readonly unfeatureTag: UnfeatureTag,
  ) {}

  @Get('v1/tags/:name')
  @Access('any')
  @Answers(Tag)
  show(@Viewer() viewer: ViewerFacts, @Param('name', { schema: Name }) name: string): Promise<Tag> {
    return this.tags.one(viewer.accountId, name);
  }

  @Post('v1/tags/:name/follow')
  @HttpCode(200)
  @Access('write:follows')
  @Answers(Tag)
  async follow(@Viewer() viewer: ViewerFacts, @Param('name', { schema: Name }) name: string): Promise<Tag> {
    await this.followTag.run(viewer, { name });
    return this.tags.one(viewer.accountId, name);
  }

  @Post('v1/tags/:name/unfollow')
  @HttpCode(200)
  @Access('write:follows')
  @Answers(Tag)
  async unfollow(@Viewer() viewer: ViewerFacts, @Param('name', { schema: Name }) name: string): Promise<Tag> {
    await this.unfollowTag.run(viewer, { name });
    return this.tags.one(viewer.accountId, name);
  }

  @Post('v1/tags/:name/feature')
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(Tag)
  async feature(@Viewer() viewer: ViewerFacts, @Param('name', { schema: Name }) name: string): Promise<Tag> {
    await this.featureTag.run(viewer, { name, again: 'leave' });
    return this.tags.one(viewer.accountId, name);
  }

  @Post('v1/tags/:name/unfeature')
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(Tag)
  async unfeature(@Viewer() viewer: ViewerFacts, @Param('name', { schema: Name }) name: string): Promise<Tag> {
    await this.unfeatureTag.byName(viewer, name);
    return this.tags.one(viewer.accountId, name);
  }

  @Get('v1/followed_tags')
  @Access('read:follows')
  @Answers(z.array(Tag))
  async followed(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: FollowedQuery }) query: Page,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Tag[]> {
    const page = await this.tags.followed(viewer.accountId, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.tags);
  }

  /** For the composer: what a hashtag that is being typed may become. */
  @Get('roost/v1/tags/suggestions')
  @Access('web')
  @Answers(z.array(TagSuggestion))
  suggestions(@Query({ schema: SuggestionsQuery }) query: SuggestionsQuery): Promise<TagSuggestion[]> {
    return this.tags.suggest(query.q);
  }
}
