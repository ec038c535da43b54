import { Module } from '@nestjs/common';
import { AccountStatusesController } from './account-statuses.controller.js';
import { ListsModule } from '../lists/lists.module.js';
import { HomeRepository } from './home.repository.js';
import { ListRepository } from './list.repository.js';
import { OwnListsController } from './own-lists.controller.js';
import { TimelineReader } from './timeline.reader.js';
import { TimelineRepository } from './timeline.repository.js';
import { TimelinesController } from './timelines.controller.js';

@Module({
  imports: [ListsModule],
  controllers: [TimelinesController, AccountStatusesController, OwnListsController],
  providers: [HomeRepository, ListRepository, TimelineRepository, TimelineReader],
})
export class TimelinesModule {}
