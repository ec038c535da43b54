import { Controller, Get, Header } from '@nestjs/common';
import { AppState } from '@roost/contracts';
import { Caller, Public } from '../../platform/access/access.js';
import type { Principal } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { preferencesOf } from '../accounts/preferences.js';
import { CredentialAccountReader } from '../accounts/credential-account.reader.js';
import { SetUpLink } from '../sign-up/set-up-link.js';
import { SiteSettingsReader } from './site-settings.js';
import { VERSION } from '../../platform/version.js';

@Controller('api/roost/v1/state')
export class StateController {
  constructor(
    private readonly settings: SiteSettingsReader,
    private readonly setUp: SetUpLink,
    private readonly accounts: CredentialAccountReader,
  ) {}

  /** What the web client needs before it draws its first screen. */
  @Get()
  @Header('Cache-Control', 'no-store')
  @Public('The first screen must know whether to show sign-in, sign-up or the set-up')
  @Answers(AppState)
  async read(@Caller() caller: Principal | null): Promise<AppState> {
    const accountId = caller?.kind === 'session' ? caller.accountId : null;
    const [site, setup, own] = await Promise.all([
      this.settings.read(),
      this.setUp.isOpen(),
      accountId === null ? null : this.accounts.load(accountId),
    ]);
    return {
      site: { name: site.site_name, domain: this.settings.domain },
      setup,
      registration: site.registration,
      // Whoever is not signed in learns them only where they are needed to sign up.
      domains: site.registration === 'domains' ? site.domains : [],
      signed_in: own !== null,
      account: own?.account ?? null,
      preferences: own === null ? null : preferencesOf(own.preferences),
      version: VERSION,
    };
  }
}
