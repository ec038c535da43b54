import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RateLimits } from '../../platform/rate-limit/rate-limits.js';

const PER_ADDRESS = { limit: 5, windowSeconds: 3600 };

/** Keeps strangers from filling somebody's mailbox through us. Counts every address alike, known or not. */
@Injectable()
export class MailLimits {
  constructor(private readonly limits: RateLimits) {}

  async allow(email: string): Promise<boolean> {
    const key = createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 40);
    return (await this.limits.take(`mail:${key}`, PER_ADDRESS)).allowed;
  }
}
