import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Approval } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { ApprovalList } from './approval-list.js';
import { DecideApproval } from './decide-approval.js';

/** People who asked for an account and wait. */
@Controller('api/roost/v1/approvals')
@Access('web', { role: 'administrator' })
export class ApprovalsController {
  constructor(
    private readonly list: ApprovalList,
    private readonly decide: DecideApproval,
  ) {}

  @Get()
  @Answers(z.array(Approval))
  read(): Promise<Approval[]> {
    return this.list.all();
  }

  @Post(':id/accept')
  @HttpCode(204)
  async accept(@Viewer() viewer: ViewerFacts, @Param('id') id: string): Promise<void> {
    await this.decide.accept(viewer, known(id));
  }

  @Post(':id/refuse')
  @HttpCode(204)
  async refuse(@Viewer() viewer: ViewerFacts, @Param('id') id: string): Promise<void> {
    await this.decide.refuse(viewer, known(id));
  }
}

function known(id: string): string {
  if (!IdParam.safeParse(id).success) throw new NotFound();
  return id;
}
