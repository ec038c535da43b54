import { Global, Module } from '@nestjs/common';
import { ReportReader } from './report.reader.js';

/** What a report is. Filing and deciding one is moderation, floors above; notifications in between show it. */
@Global()
@Module({ providers: [ReportReader], exports: [ReportReader] })
export class ReportsModule {}
