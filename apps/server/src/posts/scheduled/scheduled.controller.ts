import { Body, Controller, Delete, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ScheduledStatus } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import type { Page } from '../../platform/http/paging.js';
import { IdParam, pageInput } from '../../platform/http/wire-input.js';
import { RescheduleStatus } from './reschedule-status.js';
import { ScheduledReader } from './scheduled.reader.js';
import { UnscheduleStatus } from './unschedule-status.js';

const ScheduledQuery = z.object(pageInput(20, 40));
const NewTime = z.object({ scheduled_at: z.unknown().optional() });

/** Posts that wait for their time. They are made by `POST /api/v1/statuses` with `scheduled_at`. */
@Controller('api/v1/scheduled_statuses')
export class ScheduledController {
  constructor(
    private readonly settings: Settings,
    private readonly reader: ScheduledReader,
    private readonly rescheduleStatus: RescheduleStatus,
    private readonly unscheduleStatus: UnscheduleStatus,
  ) {}

  @Get()
  @Access('read:statuses')
  @Answers(z.array(ScheduledStatus))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: ScheduledQuery }) query: Page,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScheduledStatus[]> {
    const page = await this.reader.page(viewer.accountId, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }

  @Get(':id')
  @Access('read:statuses')
  @Answers(ScheduledStatus)
  show(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<ScheduledStatus> {
    return this.reader.one(viewer.accountId, id);
  }

  @Put(':id')
  @Access('write:statuses')
  @Answers(ScheduledStatus)
  async change(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: NewTime }) input: z.infer<typeof NewTime>,
  ): Promise<ScheduledStatus> {
    await this.rescheduleStatus.run(viewer, { id, scheduledAt: input.scheduled_at });
    return this.reader.one(viewer.accountId, id);
  }

  @Delete(':id')
  @Access('write:statuses')
  @Answers(Empty)
  async remove(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.unscheduleStatus.run(viewer, { id });
    return {};
  }
}
