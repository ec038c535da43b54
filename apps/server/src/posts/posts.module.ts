import { Module } from '@nestjs/common';
import { MediaModule } from './media/media.module.js';
import { PollsModule } from './polls/polls.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ScheduledModule } from './scheduled/scheduled.module.js';
import { StatusesModule } from './statuses/statuses.module.js';
import { TagsModule } from './tags/tags.module.js';

/** Floor 2. */
@Module({ imports: [MediaModule, TagsModule, StatusesModule, PollsModule, ScheduledModule, ReportsModule] })
export class PostsModule {}
