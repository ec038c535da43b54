import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ConnectedApp } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { ConnectedApps } from './connected-apps.js';
import { DisconnectApp } from './disconnect-app.js';

/** The apps that a person has let in. No app sees or ends the others. */
@Controller('api/roost/v1/apps')
@Access('web')
export class ConnectedAppsController {
  constructor(
    private readonly connected: ConnectedApps,
    private readonly disconnectApp: DisconnectApp,
  ) {}

  @Get()
  @Answers(z.array(ConnectedApp))
  list(@Viewer() viewer: ViewerFacts): Promise<ConnectedApp[]> {
    return this.connected.of(viewer);
  }

  @Delete(':id')
  @HttpCode(204)
  async disconnect(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<void> {
    await this.disconnectApp.run(viewer, id);
  }
}
