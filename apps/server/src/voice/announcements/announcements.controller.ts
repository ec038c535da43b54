import { Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Announcement } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AnnouncementReader } from './announcement.reader.js';
import { DismissAnnouncement } from './dismiss-announcement.js';
import { ReactToAnnouncement } from './react-to-announcement.js';

const Name = z.string().max(100);

@Controller('api/v1/announcements')
export class AnnouncementsController {
  constructor(
    private readonly reader: AnnouncementReader,
    private readonly dismissAnnouncement: DismissAnnouncement,
    private readonly reactToAnnouncement: ReactToAnnouncement,
  ) {}

  @Get()
  @Access('any')
  @Answers(z.array(Announcement))
  list(@Viewer() viewer: ViewerFacts): Promise<Announcement[]> {
    return this.reader.shown(viewer.accountId);
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Access('write:accounts')
  @Answers(z.object({}))
  async dismiss(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.dismissAnnouncement.run(viewer, id);
    return {};
  }

  @Put(':id/reactions/:name')
  @Access('write:favourites')
  @Answers(z.object({}))
  async react(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Param('name', { schema: Name }) name: string,
  ): Promise<Record<string, never>> {
    await this.reactToAnnouncement.add(viewer, id, name);
    return {};
  }

  @Delete(':id/reactions/:name')
  @Access('write:favourites')
  @Answers(z.object({}))
  async takeBack(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Param('name', { schema: Name }) name: string,
  ): Promise<Record<string, never>> {
    await this.reactToAnnouncement.remove(viewer, id, name);
    return {};
  }
}
