import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { allows } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access, Public, Viewer } from '../../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../../platform/access/principal.js';
import { OutsideScopes, RoostError, Unauthenticated } from '../../../platform/errors.js';
import { Answers } from '../../../platform/http/openapi/answers.js';
import { Bool } from '../../../platform/http/wire-input.js';
import { PresentPeople } from '../present-people.js';
import { AppEventStreams } from './app-event-streams.js';
import { AppSockets } from './app-sockets.js';
import type { WantedStream } from './app-stream.js';
import { Upgrades } from './upgrades.js';

const Parameter = z.unknown().optional();
const StreamQuery = z.object({
  stream: Parameter,
  tag: Parameter,
  list: Parameter,
  only_media: Bool.catch(false).default(false),
});
type StreamQuery = z.infer<typeof StreamQuery>;

const Frames = z.object({ stream: z.array(z.string()), event: z.string(), payload: z.string().optional() });
const Events = () => Answers(z.string(), { description: 'Server-sent events, for as long as one listens' });

class NoSocket extends RoostError {
  readonly code = 'streaming.no_socket';
  readonly kind = 'malformed';
  constructor() {
    super('Open a WebSocket here, or read one of the streams below this address as server-sent events');
  }
}

/** Of one account on one node: a hundred devices and pages at once. */
const CONNECTIONS = 100;

class TooManyConnections extends RoostError {
  readonly code = 'streaming.too_many_connections';
  readonly kind = 'rate-limited';
  override readonly retryAfter = 30;
  constructor() {
    super('Too many streams of this account are open');
  }
}

/** Mastodon's streams. Each address takes a WebSocket too, which then begins with that stream. */
@Controller('api/v1/streaming')
@ApiProduces('text/event-stream')
export class AppStreamsController {
  constructor(
    private readonly upgrades: Upgrades,
    private readonly sockets: AppSockets,
    private readonly events: AppEventStreams,
    private readonly people: PresentPeople,
  ) {}

  @Get()
  @Access('any')
  @ApiProduces('application/json')
  @Answers(Frames, { status: 101, description: 'A WebSocket whose frames look like this' })
  socket(
    @Viewer() viewer: ViewerFacts,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: StreamQuery }) query: StreamQuery,
  ): void {
    if (!allows(viewer.scopes, 'read:statuses') && !allows(viewer.scopes, 'read:notifications')) throw new OutsideScopes();
    if (!this.accept(viewer, request, reply, query)) throw new NoSocket();
  }

  @Get('health')
  @Public('Probes carry no identity')
  @ApiProduces('text/plain')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @Answers(z.literal('OK'))
  health(): 'OK' {
    return 'OK';
  }

  @Get('user')
  @Access('read:statuses')
  @Events()
  user(@Viewer() viewer: ViewerFacts, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.open(viewer, request, reply, { stream: 'user' });
  }

  @Get('user/notification')
  @Access('read:notifications')
  @Events()
  notifications(@Viewer() viewer: ViewerFacts, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.open(viewer, request, reply, { stream: 'user:notification' });
  }

  @Get(['public', 'public/local', 'public/remote', 'hashtag', 'hashtag/local', 'list', 'direct'])
  @Access('read:statuses')
  @Events()
  named(
    @Viewer() viewer: ViewerFacts,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: StreamQuery }) query: StreamQuery,
  ): Promise<void> {
    const path = (request.routeOptions.url ?? '').slice('/api/v1/streaming/'.length).replace('/', ':');
    const stream = query.only_media && path.startsWith('public') ? `${path}:media` : path;
    return this.open(viewer, request, reply, { stream, tag: query.tag, list: query.list });
  }

  private async open(viewer: ViewerFacts, request: FastifyRequest, reply: FastifyReply, wanted: WantedStream): Promise<void> {
    if (!this.accept(viewer, request, reply, wanted)) await this.events.open(reply, viewer, wanted);
  }

  /** @returns false when no socket is asked for */
  private accept(viewer: ViewerFacts, request: FastifyRequest, reply: FastifyReply, wanted: WantedStream): boolean {
    // A browser opens sockets to any site and sends the cookie along: streams are for tokens only.
    if (viewer.kind !== 'token') throw new Unauthenticated();
    if (this.people.connectionsOf(viewer.accountId).length >= CONNECTIONS) throw new TooManyConnections();
    const upgrade = this.upgrades.take(request.raw);
    if (!upgrade) return false;
    reply.hijack();
    this.sockets.accept(request.raw, upgrade, viewer, wanted);
    return true;
  }
}
