import { Controller, Delete, Get, HttpCode, Param, Req, Res } from '@nestjs/common';
import { Session } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { clearSessionCookie } from '../../platform/access/session-cookie.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { RevokeSessions } from './revoke-sessions.js';
import { SessionList } from './session-list.js';

@Controller('api/roost/v1/sessions')
@Access('web')
export class SessionsController {
  constructor(
    private readonly list: SessionList,
    private readonly revoke: RevokeSessions,
  ) {}

  @Get()
  @Answers(z.array(Session))
  read(@Viewer() viewer: ViewerFacts): Promise<Session[]> {
    return this.list.of(viewer);
  }

  /** Signs out here. */
  @Delete('current')
  @HttpCode(204)
  async signOut(
    @Viewer() viewer: ViewerFacts,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.revoke.one(viewer, viewer.credentialId);
    clearSessionCookie(request, reply);
    void reply.header('Clear-Site-Data', '"cache"');
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@Viewer() viewer: ViewerFacts, @Param('id') id: string): Promise<void> {
    if (!IdParam.safeParse(id).success) throw new NotFound();
    await this.revoke.one(viewer, id);
  }

  /** Signs out everywhere else. */
  @Delete()
  @HttpCode(204)
  async endOthers(@Viewer() viewer: ViewerFacts): Promise<void> {
    await this.revoke.others(viewer);
  }
}
