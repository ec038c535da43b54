import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Application, CredentialApplication } from '@roost/contracts';
import { Access, Caller, Public } from '../../platform/access/access.js';
import type { Principal } from '../../platform/access/principal.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { VapidKeys } from '../../platform/vapid/vapid-keys.js';
import { presentApp } from './app.presenter.js';
import { AppRepository } from './app.repository.js';
import { AppBody } from './apps.input.js';
import { RegisterApp } from './register-app.js';

@Controller('api/v1/apps')
export class AppsController {
  constructor(
    private readonly registerApp: RegisterApp,
    private readonly apps: AppRepository,
    private readonly vapidKeys: VapidKeys,
  ) {}

  /** Makes an app known. */
  @Post()
  @HttpCode(200)
  @Public('An app registers before anybody has signed in to it')
  @Answers(CredentialApplication)
  register(@Body({ schema: AppBody }) body: AppBody): Promise<CredentialApplication> {
    return this.registerApp.run({
      name: body.client_name,
      website: body.website,
      redirectUris: body.redirect_uris,
      scopes: body.scopes,
    });
  }

  /** The app behind the token that asks. */
  @Get('verify_credentials')
  @Access('any', { app: true })
  @Answers(Application)
  async verify(@Caller() caller: Principal): Promise<Application> {
    const app = caller.appId === null ? null : await this.apps.byId(caller.appId);
    if (!app) throw new NotFound();
    return presentApp(app, await this.vapidKeys.publicKey());
  }
}
