import { Module } from '@nestjs/common';
import { AdminAccountReader } from './admin-account.reader.js';
import { AdminAccountsController } from './admin-accounts.controller.js';
import { AdminReportReader } from './admin-report.reader.js';
import { AdminReportsController } from './admin-reports.controller.js';
import { DecideReport } from './decide-report.js';
import { FileReport } from './file-report.js';
import { ModerateAccount } from './moderate-account.js';
import { ReportsController } from './reports.controller.js';

@Module({
  controllers: [ReportsController, AdminAccountsController, AdminReportsController],
  providers: [FileReport, AdminAccountReader, ModerateAccount, AdminReportReader, DecideReport],
})
export class ModerationModule {}
