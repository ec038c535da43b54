import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { EmailInput, SetUpInput, SignInAnswer, SignUpAnswer, SignUpInput, TokenInput } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../../platform/access/access.js';
import { setSessionCookie } from '../../platform/access/session-cookie.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { RateLimit, RATES } from '../../platform/rate-limit/rates.js';
import { CredentialAccountReader } from '../accounts/credential-account.reader.js';
import { deviceOf } from '../sessions/device.js';
import { ConfirmAddress } from './confirm-address.js';
import { SetUp } from './set-up.js';
import { SignUp } from './sign-up.js';

@Controller('api/roost/v1')
export class SignUpController {
  constructor(
    private readonly signUp: SignUp,
    private readonly confirm: ConfirmAddress,
    private readonly setUp: SetUp,
    private readonly accounts: CredentialAccountReader,
  ) {}

  @Post('sign-up')
  @HttpCode(202)
  @Public('Whoever signs up has no account yet')
  @RateLimit(RATES.signUp)
  @Answers(SignUpAnswer, { status: 202 })
  start(@Body({ schema: SignUpInput }) input: SignUpInput): Promise<SignUpAnswer> {
    return this.signUp.run(input);
  }

  /** Sends the confirmation again; always the same answer. */
  @Post('confirmations')
  @HttpCode(202)
  @Public('Whoever is unconfirmed cannot sign in')
  @Answers(Empty, { status: 202 })
  async sendAgain(@Body({ schema: EmailInput }) input: z.infer<typeof EmailInput>): Promise<Record<string, never>> {
    await this.confirm.again(input.email, input.language);
    return {};
  }

  @Post('confirmations/redeem')
  @HttpCode(200)
  @Public('The link from the mail is the proof')
  @Answers(z.object({ next: z.enum(['sign-in', 'approval']) }))
  async redeem(@Body({ schema: TokenInput }) { token }: z.infer<typeof TokenInput>): Promise<{ next: 'sign-in' | 'approval' }> {
    return { next: await this.confirm.redeem(token) };
  }

  /** Makes the first administrator. */
  @Post('setup')
  @HttpCode(200)
  @Public('The link that the start prints is the proof')
  @Answers(SignInAnswer)
  async first(
    @Body({ schema: SetUpInput }) input: SetUpInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof SignInAnswer>> {
    const { accountId, session } = await this.setUp.run(input, deviceOf(request));
    setSessionCookie(request, reply, session.secret, session.maxAge);
    void reply.header('Cache-Control', 'no-store');
    return { account: await this.accounts.account(accountId) };
  }
}
