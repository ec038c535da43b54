import { Module } from '@nestjs/common';
import { AccountStatusesController } from './account-statuses.controller.js';
import { HomeRepository } from './home.repository.js';
import { OwnListsController } from './own-lists.controller.js';
import { TimelineReader } from './timeline.reader.js';
import { TimelineRepository } from './timeline.repository.js';
import { TimelinesController } from './timelines.controller.js';

@Module({
  controllers: [TimelinesController, AccountStatusesController, OwnListsController],
  providers: [HomeRepository, TimelineRepository, TimelineReader],
})
export class TimelinesModule {}
