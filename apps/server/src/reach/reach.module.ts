import { Module } from '@nestjs/common';
import { StreamingModule } from './streaming/streaming.module.js';

/** Floor 7. */
@Module({ imports: [StreamingModule] })
export class ReachModule {}
