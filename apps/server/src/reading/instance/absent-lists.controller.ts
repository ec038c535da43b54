import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../../platform/access/access.js';
import { Answers } from '../../platform/http/openapi/answers.js';

/**
 * Things of Mastodon that nobody has any of here. Apps ask for them when they start, and some go no further
 * when the address is missing: an empty list is the truth, and lets them on.
 */
@Controller('api')
export class AbsentListsController {
  @Get(['v1/trends', 'v1/trends/tags', 'v1/trends/statuses', 'v1/trends/links'])
  @Access('any')
  @Answers(z.array(z.never()))
  news(): never[] {
    return [];
  }

  @Get('v1/domain_blocks')
  @Access('read:blocks')
  @Answers(z.array(z.never()))
  domainBlocks(): never[] {
    return [];
  }
}
