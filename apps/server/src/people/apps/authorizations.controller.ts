import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AuthorizationAnswer, type AuthorizationInput, AuthorizationPreview, AuthorizationQuery } from '@roost/contracts';
import { Access, Caller, Public, Viewer } from '../../platform/access/access.js';
import type { Principal, Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { AccountPresenter } from '../accounts/account.presenter.js';
import { AccountReader } from '../accounts/account.reader.js';
import { DecisionBody } from './apps.input.js';
import { CheckAuthorization } from './check-authorization.js';
import { DecideAuthorization } from './decide-authorization.js';

/** What our page at `/oauth/authorize` asks and answers. No app's token may let another app in. */
@Controller('api/roost/v1/authorizations')
export class AuthorizationsController {
  constructor(
    private readonly check: CheckAuthorization,
    private readonly decide: DecideAuthorization,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  @Get('preview')
  @Public('Who signs in to let an app in first sees which app it is')
  @Answers(AuthorizationPreview)
  async preview(
    @Caller() caller: Principal | null,
    @Query({ schema: AuthorizationQuery }) query: AuthorizationQuery,
  ): Promise<AuthorizationPreview> {
    const { app, scopes, redirectUri } = await this.check.run(query);
    const accountId = caller?.kind === 'session' ? caller.accountId : null;
    const account = accountId === null ? null : await this.accounts.byId(accountId);
    return {
      app: { name: app.name, website: app.website },
      scopes,
      redirect_uri: redirectUri,
      account: account && this.presenter.present(account),
    };
  }

  @Post()
  @HttpCode(200)
  @Access('web')
  @Answers(AuthorizationAnswer)
  answer(@Viewer() viewer: ViewerFacts, @Body({ schema: DecisionBody }) body: AuthorizationInput): Promise<AuthorizationAnswer> {
    return this.decide.run(viewer, body);
  }
}
