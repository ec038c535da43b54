import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Status } from '@roost/contracts';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { RateLimit, RATES } from '../../platform/rate-limit/rates.js';
import { BookmarkStatus } from './bookmark-status.js';
import { BoostStatus } from './boost-status.js';
import { FavouriteStatus } from './favourite-status.js';
import { MuteThread } from './mute-thread.js';
import { PinStatus } from './pin-status.js';
import { type BoostAsked, BoostInput } from './status.input.js';
import { StatusReader } from './status.reader.js';
import { UnbookmarkStatus } from './unbookmark-status.js';
import { UnboostStatus } from './unboost-status.js';
import { UnfavouriteStatus } from './unfavourite-status.js';
import { UnmuteThread } from './unmute-thread.js';
import { UnpinStatus } from './unpin-status.js';

/** What people do with posts. Each answers with the post as it is for them now; doing it twice is doing it once. */
@Controller('api/v1/statuses/:id')
export class StatusActionsController {
  constructor(
    private readonly reader: StatusReader,
    private readonly favouriteStatus: FavouriteStatus,
    private readonly unfavouriteStatus: UnfavouriteStatus,
    private readonly boostStatus: BoostStatus,
    private readonly unboostStatus: UnboostStatus,
    private readonly bookmarkStatus: BookmarkStatus,
    private readonly unbookmarkStatus: UnbookmarkStatus,
    private readonly pinStatus: PinStatus,
    private readonly unpinStatus: UnpinStatus,
    private readonly muteThread: MuteThread,
    private readonly unmuteThread: UnmuteThread,
  ) {}

  /** Answers with the boost, which holds the boosted post. */
  @Post('reblog')
  @HttpCode(200)
  @Access('write:statuses')
  @Answers(Status)
  async boost(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: BoostInput }) input: BoostAsked,
  ): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.boostStatus.run(viewer, { ...input, id }));
  }

  @Post('unreblog')
  @HttpCode(200)
  @RateLimit(RATES.deletion)
  @Access('write:statuses')
  @Answers(Status)
  async unboost(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.unboostStatus.run(viewer, { id }));
  }

  @Post('favourite')
  @HttpCode(200)
  @Access('write:favourites')
  @Answers(Status)
  async favourite(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.favouriteStatus.run(viewer, { id }));
  }

  @Post('unfavourite')
  @HttpCode(200)
  @Access('write:favourites')
  @Answers(Status)
  async unfavourite(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.unfavouriteStatus.run(viewer, { id }));
  }

  @Post('bookmark')
  @HttpCode(200)
  @Access('write:bookmarks')
  @Answers(Status)
  async bookmark(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.bookmarkStatus.run(viewer, { id }));
  }

  @Post('unbookmark')
  @HttpCode(200)
  @Access('write:bookmarks')
  @Answers(Status)
  async unbookmark(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.unbookmarkStatus.run(viewer, { id }));
  }

  @Post('pin')
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(Status)
  async pin(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.pinStatus.run(viewer, { id }));
  }

  @Post('unpin')
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(Status)
  async unpin(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.unpinStatus.run(viewer, { id }));
  }

  @Post('mute')
  @HttpCode(200)
  @Access('write:mutes')
  @Answers(Status)
  async mute(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.muteThread.run(viewer, { id }));
  }

  @Post('unmute')
  @HttpCode(200)
  @Access('write:mutes')
  @Answers(Status)
  async unmute(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Status> {
    return this.reader.one(viewer.accountId, await this.unmuteThread.run(viewer, { id }));
  }
}
