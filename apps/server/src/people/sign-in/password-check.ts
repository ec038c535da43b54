import { Injectable } from '@nestjs/common';
import type { Device } from '../sessions/start-session.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Database, statement } from '../../platform/database/database.js';
import { GuessLimits } from './guess-limits.js';
import { PasswordHasher } from './password-hasher.js';
import { WrongCurrentPassword } from './sign-in.errors.js';

const PASSWORD_OF = statement('password-of', 'select password_hash from credential where account_id = $1');

/** Asks a signed-in person for their password again, before something that a borrowed browser must not do. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly guesses: GuessLimits,
  ) {}

  /** @throws WrongCurrentPassword, TooManyAttempts */
  async run(viewer: Viewer, password: string, device: Device): Promise<void> {
    await this.guesses.take(viewer.accountId, `session:${viewer.credentialId}`, device.ip);
    const row = await this.database.readOne<{ password_hash: string }>(PASSWORD_OF, [viewer.accountId]);
    if (!(await this.hasher.verify(row?.password_hash ?? null, password))) throw new WrongCurrentPassword();
  }
}
