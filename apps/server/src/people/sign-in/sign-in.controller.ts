import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { SignInAnswer, SignInInput } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Public } from '../../platform/access/access.js';
import { sessionCookie, setSessionCookie } from '../../platform/access/session-cookie.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { CredentialAccountReader } from '../accounts/credential-account.reader.js';
import { deviceOf } from '../sessions/device.js';
import { deviceCookie, setDeviceCookie } from './device-cookie.js';
import { SignIn } from './sign-in.js';

@Controller('api/roost/v1/sessions')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly accounts: CredentialAccountReader,
  ) {}

  @Post()
  @HttpCode(200)
  @Public('Signing in is how one becomes known')
  @Answers(SignInAnswer)
  async start(
    @Body({ schema: SignInInput }) input: SignInInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof SignInAnswer>> {
    const done = await this.signIn.run({
      login: input.email,
      password: input.password,
      remember: input.remember,
      device: deviceOf(request),
      deviceSecret: deviceCookie(request),
      oldSession: sessionCookie(request),
    });
    setSessionCookie(request, reply, done.session.secret, done.session.maxAge);
    setDeviceCookie(request, reply, done.deviceSecret);
    void reply.header('Cache-Control', 'no-store');
    return { account: await this.accounts.account(done.accountId) };
  }
}
