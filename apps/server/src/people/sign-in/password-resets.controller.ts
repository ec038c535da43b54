import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { EmailInput, PasswordResetInput } from '@roost/contracts';
import type { z } from 'zod';
import { Public } from '../../platform/access/access.js';
import { Answers, Empty } from '../../platform/http/openapi/answers.js';
import { ResetPassword } from './reset-password.js';

@Controller('api/roost/v1/password-resets')
export class PasswordResetsController {
  constructor(private readonly reset: ResetPassword) {}

  /** Always the same answer, so that it tells nothing about who has an account. */
  @Post()
  @HttpCode(202)
  @Public('Whoever forgot the password cannot sign in')
  @Answers(Empty, { status: 202 })
  async ask(@Body({ schema: EmailInput }) input: z.infer<typeof EmailInput>): Promise<Record<string, never>> {
    await this.reset.ask(input.email, input.language);
    return {};
  }

  @Post('redeem')
  @HttpCode(204)
  @Public('The link from the mail is the proof')
  async redeem(@Body({ schema: PasswordResetInput }) input: z.infer<typeof PasswordResetInput>): Promise<void> {
    await this.reset.redeem(input.token, input.password);
  }
}
