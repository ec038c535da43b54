import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { AnnouncementInput, AnnouncementPatch, KeptAnnouncement } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AnnouncementReader } from './announcement.reader.js';
import { EditAnnouncement } from './edit-announcement.js';
import { RemoveAnnouncement } from './remove-announcement.js';
import { WriteAnnouncement } from './write-announcement.js';

/** What administrators do with announcements. */
@Controller('api/roost/v1/announcements')
@Access('web', { role: 'administrator' })
export class AnnouncementAdminController {
  constructor(
    private readonly reader: AnnouncementReader,
    private readonly writeAnnouncement: WriteAnnouncement,
    private readonly editAnnouncement: EditAnnouncement,
    private readonly removeAnnouncement: RemoveAnnouncement,
  ) {}

  @Get()
  @Answers(z.array(KeptAnnouncement))
  list(): Promise<KeptAnnouncement[]> {
    return this.reader.kept();
  }

  @Post()
  @HttpCode(200)
  @Answers(KeptAnnouncement)
  async write(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: AnnouncementInput }) input: AnnouncementInput,
  ): Promise<KeptAnnouncement> {
    return this.reader.oneKept(await this.writeAnnouncement.run(viewer, input));
  }

  @Patch(':id')
  @Answers(KeptAnnouncement)
  async edit(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: AnnouncementPatch }) patch: AnnouncementPatch,
  ): Promise<KeptAnnouncement> {
    await this.editAnnouncement.run(viewer, id, patch);
    return this.reader.oneKept(id);
  }

  @Delete(':id')
  @Answers(z.object({}))
  async remove(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.removeAnnouncement.run(viewer, id);
    return {};
  }
}
