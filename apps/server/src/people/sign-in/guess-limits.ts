import { Injectable } from '@nestjs/common';
import { RateLimits } from '../../platform/rate-limit/rate-limits.js';
import { addressKey } from '../../platform/rate-limit/rates.js';
import { TooManyAttempts } from './sign-in.errors.js';

const QUARTER = 15 * 60;
const HOUR = 3600;
/** Guesses on one account from all devices it does not know, together. */
const STRANGERS = { limit: 30, windowSeconds: HOUR };
/** Guesses on one account from one device it knows. */
const DEVICE = { limit: 10, windowSeconds: QUARTER };
/** Guesses on any accounts from one address; a whole office may sign in from it on a Monday morning. */
const ADDRESS = { limit: 100, windowSeconds: QUARTER };

/**
 * Bounds guessing without giving strangers the means to lock an owner out: a device that has signed in before is counted by itself.
 * Counted before the password is looked at, so guesses sent at the same moment count too.
 */
@Injectable()
export class GuessLimits {
  constructor(private readonly limits: RateLimits) {}

  /**
   * @param account key of the account, also for one that does not exist
   * @param device key of the device when the account knows it
   * @throws TooManyAttempts
   */
  async take(account: string, device: string | null, ip: string): Promise<void> {
    if (device !== null) {
      await this.one(`sign-in:device:${device}`, DEVICE);
      return;
    }
    await this.one(`sign-in:address:${addressKey(ip)}`, ADDRESS);
    await this.one(`sign-in:account:${account}`, STRANGERS);
  }

  private async one(bucket: string, rate: { limit: number; windowSeconds: number }): Promise<void> {
    const answer = await this.limits.take(bucket, rate);
    if (!answer.allowed) throw new TooManyAttempts(answer.resetAt);
  }
}
