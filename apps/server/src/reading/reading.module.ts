import { Module } from '@nestjs/common';

/** Floor 3. */
@Module({ imports: [] })
export class ReadingModule {}
