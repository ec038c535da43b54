import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AppEventStreams } from './apps/app-event-streams.js';
import { AppSockets } from './apps/app-sockets.js';
import { AppStreamsController } from './apps/app-streams.controller.js';
import { Upgrades } from './apps/upgrades.js';
import { DateListsInterceptor } from './date-lists.interceptor.js';
import { ListsModule } from '../../reading/lists/lists.module.js';
import { LiveGateway } from './live.gateway.js';
import { PresentPeople } from './present-people.js';
import { ReadChanges } from './read-changes.js';
import { StreamingHub } from './streaming-hub.js';
import { ViewerRelationsReader } from './viewer-relations.js';
import { WatchChannel } from './watch-channel.js';

@Module({
  imports: [ListsModule],
  controllers: [AppStreamsController],
  providers: [
    LiveGateway,
    StreamingHub,
    PresentPeople,
    ReadChanges,
    ViewerRelationsReader,
    WatchChannel,
    Upgrades,
    AppSockets,
    AppEventStreams,
    { provide: APP_INTERCEPTOR, useClass: DateListsInterceptor },
  ],
})
export class StreamingModule {}
