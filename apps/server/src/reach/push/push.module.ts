import { Module } from '@nestjs/common';
import { ChangeSubscription } from './change-subscription.js';
import { PushController } from './push.controller.js';
import { PushOnNotification } from './push-on-notification.js';
import { RemoveSubscription } from './remove-subscription.js';
import { SaveSubscription } from './save-subscription.js';
import { SendPush } from './send-push.js';
import { SubscriptionReader } from './subscription.reader.js';

@Module({
  controllers: [PushController],
  providers: [SubscriptionReader, SaveSubscription, ChangeSubscription, RemoveSubscription, PushOnNotification, SendPush],
})
export class PushModule {}
