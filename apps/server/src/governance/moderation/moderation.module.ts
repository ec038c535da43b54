import { Module } from '@nestjs/common';
import { FileReport } from './file-report.js';
import { ReportsController } from './reports.controller.js';

@Module({ controllers: [ReportsController], providers: [FileReport] })
export class ModerationModule {}
