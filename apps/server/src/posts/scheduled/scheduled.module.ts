import { Global, Module } from '@nestjs/common';
import { PublishScheduled } from './publish-scheduled.js';
import { RescheduleStatus } from './reschedule-status.js';
import { ScheduleStatus } from './schedule-status.js';
import { ScheduledController } from './scheduled.controller.js';
import { ScheduledReader } from './scheduled.reader.js';
import { UnscheduleStatus } from './unschedule-status.js';

@Global()
@Module({
  controllers: [ScheduledController],
  providers: [PublishScheduled, RescheduleStatus, ScheduleStatus, ScheduledReader, UnscheduleStatus],
  exports: [ScheduleStatus, ScheduledReader],
})
export class ScheduledModule {}
