import { Module } from '@nestjs/common';

/** Floor 7. */
@Module({ imports: [] })
export class ReachModule {}
