import { Module } from '@nestjs/common';
import { TimelinesModule } from './timelines/timelines.module.js';

/** Floor 3. */
@Module({ imports: [TimelinesModule] })
export class ReadingModule {}
