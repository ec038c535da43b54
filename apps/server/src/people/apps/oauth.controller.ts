import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { SCOPES, Token, UserInfo } from '@roost/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Public, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { NotFound } from '../../platform/errors.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { AccountPresenter } from '../accounts/account.presenter.js';
import { AccountReader } from '../accounts/account.reader.js';
import { AppRepository } from './app.repository.js';
import { RevocationBody, TokenBody } from './apps.input.js';
import { basicCredentials } from './basic-credentials.js';
import { IssueToken } from './issue-token.js';
import { UnauthorizedClient } from './oauth.errors.js';
import { RevokeToken } from './revoke-token.js';

/** OAuth 2 as Mastodon's apps speak it. */
@Controller()
export class OAuthController {
  constructor(
    private readonly settings: Settings,
    private readonly issueToken: IssueToken,
    private readonly revokeToken: RevokeToken,
    private readonly apps: AppRepository,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  @Post('oauth/token')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Public('Gives out tokens, for a code or for the secret of an app')
  @Answers(Token)
  token(@Req() request: FastifyRequest, @Body({ schema: TokenBody }) body: TokenBody): Promise<Token> {
    return this.issueToken.run({ ...body, ...basicCredentials(request.headers.authorization) });
  }

  @Post('oauth/revoke')
  @HttpCode(200)
  @Public('The secret of the app and the token itself say who calls')
  @Answers(Empty)
  async revoke(
    @Req() request: FastifyRequest,
    @Body({ schema: RevocationBody }) body: RevocationBody,
  ): Promise<Record<string, never>> {
    const input = { ...body, ...basicCredentials(request.headers.authorization) };
    const app = await this.apps.byClientId(input.client_id ?? '');
    if (!app || !this.apps.hasSecret(app, input.client_secret ?? '')) throw new UnauthorizedClient();
    await this.revokeToken.run(app, input.token ?? '');
    return {};
  }

  @Get('oauth/userinfo')
  @Access('profile')
  @Answers(UserInfo)
  async userInfo(@Viewer() viewer: ViewerFacts): Promise<UserInfo> {
    const row = await this.accounts.byId(viewer.accountId);
    if (!row) throw new NotFound();
    const account = this.presenter.present(row);
    return {
      iss: `${this.settings.publicUrl}/`,
      sub: account.uri,
      name: account.display_name,
      preferred_username: account.username,
      profile: account.url,
      picture: account.avatar,
    };
  }

  /** RFC 8414. */
  @Get('.well-known/oauth-authorization-server')
  @Public('Apps read it before anybody has signed in')
  @Answers(z.record(z.string(), z.union([z.string(), z.array(z.string())])))
  metadata(): Record<string, string | string[]> {
    const at = (path: string): string => `${this.settings.publicUrl}${path}`;
    return {
      issuer: at('/'),
      authorization_endpoint: at('/oauth/authorize'),
      token_endpoint: at('/oauth/token'),
      revocation_endpoint: at('/oauth/revoke'),
      userinfo_endpoint: at('/oauth/userinfo'),
      app_registration_endpoint: at('/api/v1/apps'),
      scopes_supported: [...SCOPES],
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
      service_documentation: 'https://docs.joinmastodon.org/',
    };
  }
}
