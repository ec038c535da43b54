import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { AdminReport, ReportCategory } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { Bool, CursorId, IdParam, pageInput } from '../../platform/http/wire-input.js';
import { AdminReportReader } from './admin-report.reader.js';
import { DecideReport } from './decide-report.js';

const AdminReportsQuery = z.object({
  ...pageInput(100, 200),
  resolved: Bool.catch(false).default(false),
  account_id: CursorId,
  target_account_id: CursorId,
});
type AdminReportsQuery = z.infer<typeof AdminReportsQuery>;

/** `rule_ids` is taken and means nothing: there are no numbered rules here. */
const ReportChange = z.object({ category: ReportCategory.optional() });
type ReportChange = z.infer<typeof ReportChange>;

/** Mastodon's admin API for reports. */
@Controller('api/v1/admin/reports')
export class AdminReportsController {
  constructor(
    private readonly settings: Settings,
    private readonly reports: AdminReportReader,
    private readonly decide: DecideReport,
  ) {}

  @Get()
  @Access('admin:read:reports', { role: 'moderator' })
  @Answers(z.array(AdminReport))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: AdminReportsQuery }) query: AdminReportsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminReport[]> {
    const choice = {
      resolved: query.resolved,
      accountId: query.account_id ?? null,
      targetId: query.target_account_id ?? null,
    };
    const page = await this.reports.page(viewer, choice, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }

  @Get(':id')
  @Access('admin:read:reports', { role: 'moderator' })
  @Answers(AdminReport)
  one(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminReport> {
    return this.reports.one(viewer, id);
  }

  @Put(':id')
  @Access('admin:write:reports', { role: 'moderator' })
  @Answers(AdminReport)
  async change(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: ReportChange }) { category }: ReportChange,
  ): Promise<AdminReport> {
    if (category !== undefined) await this.decide.categorise(viewer, id, category);
    return this.reports.one(viewer, id);
  }

  @Post(':id/assign_to_self')
  @HttpCode(200)
  @Access('admin:write:reports', { role: 'moderator' })
  @Answers(AdminReport)
  async assign(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminReport> {
    await this.decide.assign(viewer, id);
    return this.reports.one(viewer, id);
  }

  @Post(':id/unassign')
  @HttpCode(200)
  @Access('admin:write:reports', { role: 'moderator' })
  @Answers(AdminReport)
  async unassign(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminReport> {
    await this.decide.unassign(viewer, id);
    return this.reports.one(viewer, id);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Access('admin:write:reports', { role: 'moderator' })
  @Answers(AdminReport)
  async resolve(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminReport> {
    await this.decide.resolve(viewer, id);
    return this.reports.one(viewer, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Access('admin:write:reports', { role: 'moderator' })
  @Answers(AdminReport)
  async reopen(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminReport> {
    await this.decide.reopen(viewer, id);
    return this.reports.one(viewer, id);
  }
}
