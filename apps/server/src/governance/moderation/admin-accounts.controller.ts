import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { AdminAccount } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { DecideApproval } from '../../people/sign-up/decide-approval.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Forbidden } from '../../platform/errors.js';
import { answerPage } from '../../platform/http/link-header.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AdminAccountReader, seesSecrets } from './admin-account.reader.js';
import { ActionBody, AdminAccountsQuery, choiceOf } from './admin-accounts.input.js';
import { ModerateAccount } from './moderate-account.js';
import { AccountsAreKept } from './moderation.errors.js';

const LIFTED = { enable: 'disabled', unsilence: 'silenced', unsensitive: 'sensitized', unsuspend: 'suspended' } as const;

/** Mastodon's admin API for accounts. */
@Controller('api')
export class AdminAccountsController {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: AdminAccountReader,
    private readonly moderate: ModerateAccount,
    private readonly approval: DecideApproval,
  ) {}

  @Get(['v1/admin/accounts', 'v2/admin/accounts'])
  @Access('admin:read:accounts', { role: 'moderator' })
  @Answers(z.array(AdminAccount))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: AdminAccountsQuery }) query: AdminAccountsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAccount[]> {
    const choice = choiceOf(query);
    if (choice === null) return [];
    // What one may not read one may not look for either: the answer would tell.
    if ((choice.email !== null || choice.ip !== null) && !seesSecrets(viewer)) throw new Forbidden();
    const page = await this.accounts.page(viewer, choice, query);
    return answerPage(request, reply, this.settings.publicUrl, page, page.items);
  }

  @Get('v1/admin/accounts/:id')
  @Access('admin:read:accounts', { role: 'moderator' })
  @Answers(AdminAccount)
  one(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    return this.accounts.one(viewer, id);
  }

  @Post('v1/admin/accounts/:id/action')
  @HttpCode(200)
  @Access('admin:write:accounts', { role: 'moderator' })
  @Answers(Empty)
  async act(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: ActionBody }) body: ActionBody,
  ): Promise<Record<string, never>> {
    await this.moderate.act(viewer, id, body);
    return {};
  }

  @Post('v1/admin/accounts/:id/enable')
  @HttpCode(200)
  @Access('admin:write:accounts', { role: 'moderator' })
  @Answers(AdminAccount)
  enable(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    return this.lift(viewer, id, 'enable');
  }

  @Post('v1/admin/accounts/:id/unsilence')
  @HttpCode(200)
  @Access('admin:write:accounts', { role: 'moderator' })
  @Answers(AdminAccount)
  unsilence(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    return this.lift(viewer, id, 'unsilence');
  }

  @Post('v1/admin/accounts/:id/unsensitive')
  @HttpCode(200)
  @Access('admin:write:accounts', { role: 'moderator' })
  @Answers(AdminAccount)
  unsensitive(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    return this.lift(viewer, id, 'unsensitive');
  }

  @Post('v1/admin/accounts/:id/unsuspend')
  @HttpCode(200)
  @Access('admin:write:accounts', { role: 'moderator' })
  @Answers(AdminAccount)
  unsuspend(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    return this.lift(viewer, id, 'unsuspend');
  }

  @Post('v1/admin/accounts/:id/approve')
  @HttpCode(200)
  @Access('admin:write:accounts', { role: 'administrator' })
  @Answers(AdminAccount)
  async approve(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    await this.approval.accept(viewer, id);
    return this.accounts.one(viewer, id);
  }

  /** The account is gone afterwards; the answer shows it as it was. */
  @Post('v1/admin/accounts/:id/reject')
  @HttpCode(200)
  @Access('admin:write:accounts', { role: 'administrator' })
  @Answers(AdminAccount)
  async reject(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    const account = await this.accounts.one(viewer, id);
    await this.approval.refuse(viewer, id);
    return account;
  }

  @Delete('v1/admin/accounts/:id')
  @Access('admin:write:accounts', { role: 'administrator' })
  @Answers(AdminAccount)
  async remove(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<AdminAccount> {
    await this.accounts.one(viewer, id);
    throw new AccountsAreKept();
  }

  private async lift(viewer: ViewerFacts, id: string, what: keyof typeof LIFTED): Promise<AdminAccount> {
    await this.moderate.lift(viewer, id, LIFTED[what]);
    return this.accounts.one(viewer, id);
  }
}
