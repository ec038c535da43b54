import { Global, Module } from '@nestjs/common';
import { AnswerRequests } from './answer-requests.js';
import { ApplyPolicies } from './apply-policies.js';
import { ChangeNotificationPolicy } from './change-notification-policy.js';
import { DismissNotifications } from './dismiss-notifications.js';
import { MarkerReader } from './marker.reader.js';
import { MarkersController } from './markers.controller.js';
import { MoveMarkers } from './move-markers.js';
import { NotificationPolicyController } from './notification-policy.controller.js';
import { NotificationPolicyReader } from './notification-policy.reader.js';
import { NotificationReader } from './notification.reader.js';
import { NotificationRequestReader } from './notification-request.reader.js';
import { NotificationRequestsController } from './notification-requests.controller.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationWriter } from './notification-writer.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationGroupsController } from './notification-groups.controller.js';
import { NotifyOfJournal } from './on-journal.js';

@Global()
@Module({
  controllers: [
    NotificationsController,
    NotificationGroupsController,
    NotificationPolicyController,
    NotificationRequestsController,
    MarkersController,
  ],
  providers: [
    NotificationRepository,
    NotificationReader,
    NotificationWriter,
    NotifyOfJournal,
    MarkerReader,
    MoveMarkers,
    DismissNotifications,
    ApplyPolicies,
    NotificationPolicyReader,
    ChangeNotificationPolicy,
    NotificationRequestReader,
    AnswerRequests,
  ],
  exports: [NotificationReader],
})
export class NotificationsModule {}
