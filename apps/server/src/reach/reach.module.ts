import { Module } from '@nestjs/common';
import { PushModule } from './push/push.module.js';
import { StreamingModule } from './streaming/streaming.module.js';

/** Floor 7. */
@Module({ imports: [PushModule, StreamingModule] })
export class ReachModule {}
