import { Module } from '@nestjs/common';
import { TrendsModule } from './trends/trends.module.js';

/** Floor 6. */
@Module({ imports: [TrendsModule] })
export class InsightModule {}
