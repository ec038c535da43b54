import { Body, Controller, HttpCode, Patch, Req } from '@nestjs/common';
import { AccountSecretsPatch } from '@roost/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { deviceOf } from '../sessions/device.js';
import { ChangeSecrets } from './change-secrets.js';

@Controller('api/roost/v1/account')
export class AccountSecretsController {
  constructor(private readonly changeSecrets: ChangeSecrets) {}

  @Patch()
  @HttpCode(204)
  @Access('web')
  async change(
    @Viewer() viewer: ViewerFacts,
    @Body({ schema: AccountSecretsPatch }) input: z.infer<typeof AccountSecretsPatch>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.changeSecrets.run(viewer, input, deviceOf(request));
  }
}
