import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { MediaAttachment } from '@roost/contracts';
import type { FastifyReply } from 'fastify';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { TakesLargeFile } from '../../platform/http/multipart.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { RateLimit, RATES } from '../../platform/rate-limit/rates.js';
import { DescribeMedia } from './describe-media.js';
import { MediaChangeBody, UploadBody } from './media.input.js';
import { MediaReader } from './media.reader.js';
import { RemoveMedia } from './remove-media.js';
import { UploadMedia } from './upload-media.js';

/** Uploads: a picture is ready when its upload is answered; a film or sound is prepared afterwards. */
@Controller('api')
export class MediaController {
  constructor(
    private readonly reader: MediaReader,
    private readonly uploadMedia: UploadMedia,
    private readonly describeMedia: DescribeMedia,
    private readonly removeMedia: RemoveMedia,
  ) {}

  @Post('v2/media')
  @HttpCode(200)
  @TakesLargeFile()
  @RateLimit(RATES.media)
  @Access('write:media')
  @Answers(MediaAttachment)
  async upload(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: UploadBody }) body: UploadBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MediaAttachment> {
    const { media, isReady } = await this.reader.standing(viewer.accountId, await this.uploadMedia.run(viewer, body));
    if (!isReady) void reply.status(202);
    return media;
  }

  /** As v2, for apps that do not ask again: answers when the file is ready. */
  @Post('v1/media')
  @HttpCode(200)
  @TakesLargeFile()
  @RateLimit(RATES.media)
  @Access('write:media')
  @Answers(MediaAttachment)
  async uploadAndWait(@Viewer() viewer: ViewerFacts, @Body({ schema: UploadBody }) body: UploadBody): Promise<MediaAttachment> {
    return this.reader.ready(viewer.accountId, await this.uploadMedia.run(viewer, body));
  }

  @Get('v1/media/:id')
  @Access('write:media')
  @Answers(MediaAttachment)
  async show(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MediaAttachment> {
    const { media, isReady } = await this.reader.standing(viewer.accountId, id);
    if (!isReady) void reply.status(206);
    return media;
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
