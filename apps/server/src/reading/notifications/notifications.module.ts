import { Global, Module } from '@nestjs/common';
import { DismissNotifications } from './dismiss-notifications.js';
import { MarkerReader } from './marker.reader.js';
import { MarkersController } from './markers.controller.js';
import { MoveMarkers } from './move-markers.js';
import { NotificationReader } from './notification.reader.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationWriter } from './notification-writer.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationGroupsController } from './notification-groups.controller.js';
import { NotifyOfJournal } from './on-journal.js';

@Global()
@Module({
  controllers: [NotificationsController, NotificationGroupsController, MarkersController],
  providers: [
    NotificationRepository,
    NotificationReader,
    NotificationWriter,
    NotifyOfJournal,
    MarkerReader,
    MoveMarkers,
    DismissNotifications,
  ],
  exports: [NotificationReader],
})
export class NotificationsModule {}
