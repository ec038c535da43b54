import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { TranslationOff } from './status.errors.js';
import { StatusReader } from './status.reader.js';

/** What a post has elsewhere and not here: apps ask all the same, and get an answer that they know. */
@Controller('api/v1/statuses/:id')
export class AbsentPartsController {
  constructor(private readonly statuses: StatusReader) {}

  /** Nothing leaves the company to be translated; the instance says so. */
  @Post('translate')
  @HttpCode(200)
  @Access('read:statuses')
  @Answers(z.never())
  async translate(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<never> {
    await this.statuses.one(viewer.accountId, id);
    throw new TranslationOff();
  }

  /** The preview of a link, as apps of before 2019 ask for it: no pages are fetched. */
  @Get('card')
  @Access('read:statuses')
  @Answers(z.object({}))
  async card(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.statuses.one(viewer.accountId, id);
    return {};
  }
}
