import { Global, Module } from '@nestjs/common';
import { FeatureTag } from './feature-tag.js';
import { FeaturedTagReader } from './featured-tag.reader.js';
import { FeaturedTagsController } from './featured-tags.controller.js';
import { FollowTag } from './follow-tag.js';
import { TagReader } from './tag.reader.js';
import { TagsController } from './tags.controller.js';
import { UnfeatureTag } from './unfeature-tag.js';
import { UnfollowTag } from './unfollow-tag.js';

@Global()
@Module({
  controllers: [TagsController, FeaturedTagsController],
  providers: [TagReader, FeaturedTagReader, FollowTag, UnfollowTag, FeatureTag, UnfeatureTag],
  exports: [TagReader],
})
export class TagsModule {}
