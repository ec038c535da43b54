import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Markers } from '@roost/contracts';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { MarkerReader } from './marker.reader.js';
import { type MarkerInput, MoveMarkers } from './move-markers.js';
import { MarkersInput, MarkersQuery } from './notification.input.js';

@Controller('api/v1/markers')
export class MarkersController {
  constructor(
    private readonly markers: MarkerReader,
    private readonly moveMarkers: MoveMarkers,
  ) {}

  @Get()
  @Access('read:statuses')
  @Answers(Markers)
  read(@Viewer() viewer: ViewerFacts, @Query({ schema: MarkersQuery }) query: MarkersQuery): Promise<Markers> {
    return this.markers.read(viewer.accountId, query.timeline);
  }

  @Post()
  @HttpCode(200)
  @Access('write:statuses')
  @Answers(Markers)
  move(@Viewer() viewer: ViewerFacts, @Body({ schema: MarkersInput }) input: MarkersInput): Promise<Markers> {
    const positions: MarkerInput = {};
    if (input.home) positions.home = input.home.last_read_id;
    if (input.notifications) positions.notifications = input.notifications.last_read_id;
    return this.moveMarkers.run(viewer, positions);
  }
}
