import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { WebPushSubscription } from '@roost/contracts';
import type { FastifyRequest } from 'fastify';
import { Access, Viewer } from '../../platform/access/access.js';
import { bearerToken } from '../../platform/access/bearer-token.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Forbidden } from '../../platform/errors.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { ChangeSubscription } from './change-subscription.js';
import { ChangeBody, SubscriptionBody } from './push.input.js';
import { RemoveSubscription } from './remove-subscription.js';
import { SaveSubscription } from './save-subscription.js';
import { SubscriptionReader } from './subscription.reader.js';

/** Where the app that asks wants to be called when it is not open. */
@Controller('api/v1/push/subscription')
export class PushController {
  constructor(
    private readonly subscriptions: SubscriptionReader,
    private readonly save: SaveSubscription,
    private readonly change: ChangeSubscription,
    private readonly remove: RemoveSubscription,
  ) {}

  @Get()
  @Access('push')
  @Answers(WebPushSubscription)
  read(@Viewer() viewer: ViewerFacts): Promise<WebPushSubscription> {
    return this.subscriptions.read(viewer);
  }

  @Post()
  @HttpCode(200)
  @Access('push')
  @Answers(WebPushSubscription)
  async subscribe(
    @Viewer() viewer: ViewerFacts,
    @Req() request: FastifyRequest,
    @Body({ schema: SubscriptionBody }) body: SubscriptionBody,
  ): Promise<WebPushSubscription> {
    const token = bearerToken(request);
    // A subscription goes with an app's token; a browser's session has none.
    if (token === null) throw new Forbidden();
    await this.save.run(viewer, token, body);
    return this.subscriptions.read(viewer);
  }

  @Put()
  @Access('push')
  @Answers(WebPushSubscription)
  async alter(@Viewer() viewer: ViewerFacts, @Body({ schema: ChangeBody }) body: ChangeBody): Promise<WebPushSubscription> {
    await this.change.run(viewer, body);
    return this.subscriptions.read(viewer);
  }

  @Delete()
  @Access('push')
  @Answers(Empty)
  async unsubscribe(@Viewer() viewer: ViewerFacts): Promise<Record<string, never>> {
    await this.remove.run(viewer);
    return {};
  }
}
