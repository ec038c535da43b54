import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Account, RoleInput, SuspendInput } from '@roost/contracts';
import type { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { AccountPresenter } from './account.presenter.js';
import { AccountReader } from './account.reader.js';
import { ChangeRole } from './change-role.js';
import { SuspendAccount } from './suspend-account.js';
import { UnsuspendAccount } from './unsuspend-account.js';

/** What administrators do to accounts. */
@Controller('api/roost/v1/accounts/:id')
@Access('web', { role: 'administrator' })
export class AccountAdminController {
  constructor(
    private readonly suspendAccount: SuspendAccount,
    private readonly unsuspendAccount: UnsuspendAccount,
    private readonly changeRole: ChangeRole,
    private readonly reader: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  @Post('suspend')
  @HttpCode(200)
  @Answers(Account)
  async suspend(
    @Viewer() viewer: ViewerFacts,
    @Param('id') id: string,
    @Body({ schema: SuspendInput }) { reason }: z.infer<typeof SuspendInput>,
  ): Promise<Account> {
    await this.suspendAccount.run(viewer, known(id), reason);
    return this.show(id);
  }

  @Post('unsuspend')
  @HttpCode(200)
  @Answers(Account)
  async unsuspend(@Viewer() viewer: ViewerFacts, @Param('id') id: string): Promise<Account> {
    await this.unsuspendAccount.run(viewer, known(id));
    return this.show(id);
  }

  @Put('role')
  @Answers(Account)
  async role(
    @Viewer() viewer: ViewerFacts,
    @Param('id') id: string,
    @Body({ schema: RoleInput }) { role }: z.infer<typeof RoleInput>,
  ): Promise<Account> {
    await this.changeRole.run(viewer, known(id), role);
    return this.show(id);
  }

  private async show(id: string): Promise<Account> {
    const row = await this.reader.byId(id);
    if (!row) throw new NotFound();
    return this.presenter.present(row);
  }
}

function known(id: string): string {
  if (!IdParam.safeParse(id).success) throw new NotFound();
  return id;
}
