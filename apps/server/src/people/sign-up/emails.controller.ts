import { Controller, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../../platform/access/access.js';
import { Answers } from '../../platform/http/openapi/answers.js';

@Controller('api/v1/emails')
export class EmailsController {
  /** Apps ask to have the confirmation sent again. Whoever holds a token here has confirmed their address: nothing is left to send. */
  @Post('confirmations')
  @HttpCode(200)
  @Access('any', { app: true })
  @Answers(z.object({}))
  confirm(): Record<string, never> {
    return {};
  }
}
