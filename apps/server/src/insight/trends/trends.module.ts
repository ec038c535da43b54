import { Module } from '@nestjs/common';
import { TrendingTags } from './trending-tags.js';
import { TrendsController } from './trends.controller.js';

@Module({ controllers: [TrendsController], providers: [TrendingTags] })
export class TrendsModule {}
