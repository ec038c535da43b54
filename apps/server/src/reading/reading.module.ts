import { Module } from '@nestjs/common';
import { InstanceModule } from './instance/instance.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { TimelinesModule } from './timelines/timelines.module.js';

/** Floor 3. */
@Module({ imports: [TimelinesModule, NotificationsModule, InstanceModule] })
export class ReadingModule {}
