import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { MediaAttachment } from '@roost/contracts';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { RateLimit, RATES } from '../../platform/rate-limit/rates.js';
import { DescribeMedia } from './describe-media.js';
import { MediaChangeBody, UploadBody } from './media.input.js';
import { MediaReader } from './media.reader.js';
import { RemoveMedia } from './remove-media.js';
import { UploadMedia } from './upload-media.js';

/** Uploads: a picture is ready when its upload is answered. */
@Controller('api')
export class MediaController {
  constructor(
    private readonly reader: MediaReader,
    private readonly uploadMedia: UploadMedia,
    private readonly describeMedia: DescribeMedia,
    private readonly removeMedia: RemoveMedia,
  ) {}

  @Post(['v2/media', 'v1/media'])
  @HttpCode(200)
  @RateLimit(RATES.media)
  @Access('write:media')
  @Answers(MediaAttachment)
  async upload(@Viewer() viewer: ViewerFacts, @Body({ schema: UploadBody }) body: UploadBody): Promise<MediaAttachment> {
    return this.reader.one(viewer.accountId, await this.uploadMedia.run(viewer, body));
  }

  @Get('v1/media/:id')
  @Access('write:media')
  @Answers(MediaAttachment)
  show(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<MediaAttachment> {
    return this.reader.one(viewer.accountId, id);
  }

  @Put('v1/media/:id')
  @Access('write:media')
  @Answers(MediaAttachment)
  async change(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: MediaChangeBody }) body: MediaChangeBody,
  ): Promise<MediaAttachment> {
    await this.describeMedia.run(viewer, { ...body, id });
    return this.reader.one(viewer.accountId, id);
  }

  @Delete('v1/media/:id')
  @Access('write:media')
  @Answers(Empty)
  async remove(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.removeMedia.run(viewer, { id });
    return {};
  }
}
