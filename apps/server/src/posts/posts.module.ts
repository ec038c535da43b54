import { Module } from '@nestjs/common';

/** Floor 2. */
@Module({ imports: [] })
export class PostsModule {}
