import { Global, Module } from '@nestjs/common';
import { FollowTag } from './follow-tag.js';
import { TagReader } from './tag.reader.js';
import { TagsController } from './tags.controller.js';
import { UnfollowTag } from './unfollow-tag.js';

@Global()
@Module({ controllers: [TagsController], providers: [TagReader, FollowTag, UnfollowTag], exports: [TagReader] })
export class TagsModule {}
