import { Controller, Get, Param, Query } from '@nestjs/common';
import { Account } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { SiteSettingsReader } from '../settings/site-settings.js';
import { canBeShown } from './account.policy.js';
import { AccountPresenter } from './account.presenter.js';
import { AccountReader } from './account.reader.js';
import { Directory } from './directory.js';
import { AccountIdsInput, AccountSearchInput, DirectoryInput, LookupInput } from './profile.input.js';
import { SearchAccounts } from './search-accounts.js';

/** Looking people up. */
@Controller('api/v1')
@Access('read:accounts')
export class AccountsController {
  constructor(
    private readonly reader: AccountReader,
    private readonly presenter: AccountPresenter,
    private readonly searchAccounts: SearchAccounts,
    private readonly directory: Directory,
    private readonly site: SiteSettingsReader,
  ) {}

  @Get('accounts')
  @Answers(z.array(Account))
  async many(@Query({ schema: AccountIdsInput }) input: z.infer<typeof AccountIdsInput>): Promise<Account[]> {
    const ids = (input.id ?? []).filter((id) => IdParam.safeParse(id).success);
    const rows = await this.reader.byIds(ids);
    return [...new Set(ids)].flatMap((id) => {
      const row = rows.get(id);
      return row && canBeShown(row) ? [this.presenter.present(row)] : [];
    });
  }

  /** By handle, with or without `@` and our own domain. */
  @Get('accounts/lookup')
  @Answers(Account)
  async lookup(@Query({ schema: LookupInput }) { acct }: z.infer<typeof LookupInput>): Promise<Account> {
    const [handle = '', domain] = acct.trim().replace(/^@/, '').split('@', 2);
    if (domain !== undefined && domain.toLowerCase() !== this.site.domain) throw new NotFound();
    const row = handle.includes('\0') ? null : await this.reader.byHandle(handle);
    if (!row || !canBeShown(row)) throw new NotFound();
    return this.presenter.present(row);
  }

  @Get('accounts/search')
  @Answers(z.array(Account))
  async search(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: AccountSearchInput }) input: z.infer<typeof AccountSearchInput>,
  ): Promise<Account[]> {
    const rows = await this.searchAccounts.run(viewer.accountId, input);
    return rows.map((row) => this.presenter.present(row));
  }

  @Get('accounts/:id')
  @Answers(Account)
  async one(@Param('id') id: string): Promise<Account> {
    const row = IdParam.safeParse(id).success ? await this.reader.byId(id) : null;
    if (!row || !canBeShown(row)) throw new NotFound();
    return this.presenter.present(row);
  }

  /** Proofs of who somebody is elsewhere, which older apps ask for: the company vouches for its people, and there are none. */
  @Get('accounts/:id/identity_proofs')
  @Answers(z.array(z.never()))
  async proofs(@Param('id') id: string): Promise<never[]> {
    await this.one(id);
    return [];
  }

  /** Everyone who lets themselves be listed: the staff directory. */
  @Get('directory')
  @Answers(z.array(Account))
  async list(
    @Viewer() viewer: ViewerFacts,
    @Query({ schema: DirectoryInput }) input: z.infer<typeof DirectoryInput>,
  ): Promise<Account[]> {
    return (await this.directory.page(viewer.accountId, input)).map((row) => this.presenter.present(row));
  }
}
