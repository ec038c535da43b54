import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Report, ReportCategory } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { list } from '../../platform/http/wire-input.js';
import { RateLimit, RATES } from '../../platform/rate-limit/rates.js';
import { FileReport } from './file-report.js';

/** `forward` and `rule_ids` are taken and mean nothing here: there is no other server, and no numbered rule. */
const ReportBody = z.object({
  account_id: z.coerce.string({ error: "can't be blank" }).max(30),
  status_ids: list(z.coerce.string(), 100).default([]),
  comment: z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim())
    .refine((text) => Array.from(text).length <= 1000, 'is too long (maximum is 1000 characters)')
    .default(''),
  category: ReportCategory.optional(),
  rule_ids: list(z.coerce.string()).default([]),
});
type ReportBody = z.infer<typeof ReportBody>;

@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly fileReport: FileReport) {}

  /** Tells the moderators of somebody, or of what they posted. */
  @Post()
  @HttpCode(200)
  @Access('write:reports')
  @RateLimit(RATES.report)
  @Answers(Report)
  file(@Viewer() viewer: ViewerFacts, @Body({ schema: ReportBody }) body: ReportBody): Promise<Report> {
    return this.fileReport.run(viewer, {
      targetId: body.account_id,
      statusIds: body.status_ids,
      comment: body.comment,
      category: body.category ?? (body.rule_ids.length > 0 ? 'violation' : 'other'),
    });
  }
}
