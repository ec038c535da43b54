import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Invitation, InvitationInput } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { InvitationList } from './invitation-list.js';
import { Invite } from './invite.js';
import { RevokeInvitation } from './revoke-invitation.js';

@Controller('api/roost/v1/invitations')
@Access('web', { role: 'administrator' })
export class InvitationsController {
  constructor(
    private readonly list: InvitationList,
    private readonly invite: Invite,
    private readonly revoke: RevokeInvitation,
  ) {}

  @Get()
  @Answers(z.array(Invitation))
  read(): Promise<Invitation[]> {
    return this.list.all();
  }

  /** The answer holds the link; it is never shown again. */
  @Post()
  @HttpCode(200)
  @Answers(Invitation)
  create(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: InvitationInput }) input: z.infer<typeof InvitationInput>,
  ): Promise<Invitation> {
    return this.invite.run(viewer, input);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Viewer() viewer: ViewerFacts, @Param('id') id: string): Promise<void> {
    if (!IdParam.safeParse(id).success) throw new NotFound();
    await this.revoke.run(viewer, id);
  }
}
