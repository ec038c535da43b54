import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ScheduledStatus, Status } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { RateLimit, RATES } from '../../platform/rate-limit/rates.js';
import { ScheduledReader } from '../scheduled/scheduled.reader.js';
import { ScheduleStatus } from '../scheduled/schedule-status.js';
import { DeleteStatus } from './delete-status.js';
import { EditStatus } from './edit-status.js';
import { PublishStatus } from './publish-status.js';
import {
  type DeletionAsked,
  DeletionInput,
  type ManyStatuses,
  ManyStatusesInput,
  type NewStatus,
  NewStatusInput,
  type StatusChange,
  StatusChangeInput,
} from './status.input.js';
import { StatusReader } from './status.reader.js';

/** Posts: publish, read, edit, delete. */
@Controller('api/v1/statuses')
export class StatusesController {
  constructor(
    private readonly reader: StatusReader,
    private readonly publishStatus: PublishStatus,
    private readonly scheduled: ScheduledReader,
    private readonly scheduleStatus: ScheduleStatus,
    private readonly editStatus: EditStatus,
    private readonly deleteStatus: DeleteStatus,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('write:statuses')
  @Answers(z.union([Status, ScheduledStatus]))
  async publish(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: NewStatusInput }) input: NewStatus,
  ): Promise<Status | ScheduledStatus> {
    if (input.scheduled_at !== undefined)
      return this.scheduled.one(viewer.accountId, await this.scheduleStatus.run(viewer, input));
    return this.reader.one(viewer.accountId, await this.publishStatus.run(viewer, input));
  }

  @Get()
  @Access('read:statuses')
  @Answers(z.array(Status))
  many(@Viewer() viewer: ViewerFacts, @Query({ schema: ManyStatusesInput }) input: ManyStatuses): Promise<Status[]> {
    return this.reader.load(viewer.accountId, input.id);
  }

  @Get(':id')
  @Access('read:statuses')
  @Answers(Status)
  show(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, id);
  }

  @Put(':id')
  @Access('write:statuses')
  @Answers(Status)
  async edit(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: StatusChangeInput }) input: StatusChange,
  ): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.editStatus.run(viewer, { ...input, id }));
  }

  @Delete(':id')
  @RateLimit(RATES.deletion)
  @Access('write:statuses')
  @Answers(Status)
  delete(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: DeletionInput }) input: DeletionAsked,
  ): Promise<Status> {
    return this.deleteStatus.run(viewer, { id, deleteMedia: input.delete_media ?? false });
  }
}
