import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Token } from '@roost/contracts';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Access, Caller } from '../../platform/access/access.js';
import type { Principal } from '../../platform/access/principal.js';
import { Forbidden } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { Bool } from '../../platform/http/wire-input.js';
import { RateLimit, RATES } from '../../platform/rate-limit/rates.js';
import { SignUpByApp } from './sign-up-by-app.js';

/** What is missing or of a wrong type is blank: the answer names every field at once, in Mastodon's words. */
const Text = z
  .string()
  .max(4000)
  .transform((text) => text.replaceAll('\0', ''))
  .catch('')
  .default('');

const AppSignUpBody = z.object({
  username: Text,
  email: Text,
  password: Text,
  agreement: Bool.catch(false).default(false),
  locale: Text,
  reason: Text,
});
type AppSignUpBody = z.infer<typeof AppSignUpBody>;

/** Sign-up by an app, as Mastodon has it. A company's people come in by our own pages, so that only test suites find this open. */
@Controller('api/v1/accounts')
export class AppSignUpController {
  constructor(
    private readonly settings: Settings,
    private readonly signUp: SignUpByApp,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('write:accounts', { app: true })
  @RateLimit(RATES.signUp)
  @Answers(Token)
  async start(@Caller() caller: Principal | null, @Body({ schema: AppSignUpBody }) body: AppSignUpBody): Promise<Token> {
    if (!this.settings.testMode || caller?.appId == null || caller.accountId !== null) throw new Forbidden();
    return this.signUp.run({ appId: caller.appId, scopes: caller.scopes }, body);
  }
}
