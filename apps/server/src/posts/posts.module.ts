import { Module } from '@nestjs/common';
import { StatusesModule } from './statuses/statuses.module.js';

/** Floor 2. */
@Module({ imports: [StatusesModule] })
export class PostsModule {}
