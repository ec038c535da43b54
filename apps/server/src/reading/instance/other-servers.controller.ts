import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../../platform/access/access.js';
import { Answers } from '../../platform/http/openapi/answers.js';

/** Blocking other servers. There are none, so all are kept away already, and apps that show a screen for it find it empty. */
@Controller('api/v1/domain_blocks')
export class OtherServersController {
  @Get()
  @Access('read:blocks')
  @Answers(z.array(z.never()))
  list(): never[] {
    return [];
  }

  @Get('preview')
  @Access('read:blocks')
  @Answers(z.object({ following_count: z.literal(0), followers_count: z.literal(0) }))
  preview(): { following_count: 0; followers_count: 0 } {
    return { following_count: 0, followers_count: 0 };
  }

  @Post()
  @HttpCode(200)
  @Access('write:blocks')
  @Answers(z.object({}))
  block(): Record<string, never> {
    return {};
  }

  @Delete()
  @Access('write:blocks')
  @Answers(z.object({}))
  unblock(): Record<string, never> {
    return {};
  }
}
