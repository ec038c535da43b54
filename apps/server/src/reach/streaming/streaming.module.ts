import { Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway.js';
import { PresentPeople } from './present-people.js';
import { ReadChanges } from './read-changes.js';
import { StreamingHub } from './streaming-hub.js';
import { ViewerRelationsReader } from './viewer-relations.js';
import { WatchChannel } from './watch-channel.js';

@Module({ providers: [LiveGateway, StreamingHub, PresentPeople, ReadChanges, ViewerRelationsReader, WatchChannel] })
export class StreamingModule {}
