import { Injectable } from '@nestjs/common';
import { foldHandle } from '@roost/text';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Database, statement } from '../../platform/database/database.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';
import type { AccountState } from '../accounts/account.row.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { type Device, type NewSession, StartSession } from '../sessions/start-session.js';
import { parseEmail } from '../sign-up/email-address.js';
import { GuessLimits } from './guess-limits.js';
import { PasswordHasher } from './password-hasher.js';
import { Disabled, NotApproved, NotConfirmed, Suspended, WrongPassword } from './sign-in.errors.js';

export interface SignInRequest {
  /** Address or handle. */
  login: string;
  password: string;
  remember: boolean;
  device: Device;
  /** Secret of the device cookie, if the browser has one. */
  deviceSecret: string | null;
  /** Secret of a session that this sign-in replaces. */
  oldSession: string | null;
}

export interface SignedIn {
  accountId: string;
  session: NewSession;
  deviceSecret: string;
}

interface Found {
  id: string;
  state: AccountState;
  disabled: boolean;
  password_hash: string;
  known: boolean;
}

// Indexes: credential_email, account_handle, known_device_pkey. One statement, whether the account exists or not.
const FIND = statement(
  'sign-in-find',
  `select a.id, a.state, a.disabled, c.password_hash, exists (select from known_device k where k.account_id = a.id and k.token_hash = $3) as known
     from account a join credential c on c.account_id = a.id
    where a.id = coalesce((select e.account_id from credential e where lower(e.email) = lower($1)),
                          (select h.id from account h where lower(h.handle) = lower($2)))`,
);

const DEVICE_SECRET = /^[\w-]{43}$/;

const REFUSALS: Record<Exclude<AccountState, 'active'>, () => Error> = {
  unconfirmed: () => new NotConfirmed(),
  waiting: () => new NotApproved(),
  suspended: () => new Suspended(),
};

/** Checks a password and starts a session. An unknown account costs the same work and gets the same answer as a wrong password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly guesses: GuessLimits,
    private readonly startSession: StartSession,
    private readonly endSessions: EndSessions,
  ) {}

  async run(input: SignInRequest): Promise<SignedIn> {
    const deviceHash = input.deviceSecret === null ? null : hashSecret(input.deviceSecret);
    const login = input.login.replaceAll('\0', '').trim();
    const found = await this.database.readOne<Found>(FIND, [
      parseEmail(login)?.address ?? login,
      foldHandle(login.replace(/^@/, '')),
      deviceHash ?? Buffer.alloc(0),
    ]);
    const device = found?.known === true && deviceHash !== null ? deviceHash.toString('hex') : null;
    await this.guesses.take(found ? found.id : `unknown:${digest(login.toLowerCase())}`, device, input.device.ip);
    const matches = await this.hasher.verify(found?.password_hash ?? null, input.password);
    if (!found || !matches) throw new WrongPassword();
    if (found.state !== 'active') throw REFUSALS[found.state]();
    if (found.disabled) throw new Disabled();
    const newHash = this.hasher.isOutdated(found.password_hash) ? await this.hasher.hash(input.password) : null;
    return this.database.transaction(async (manager) => {
      // Held until the session is there: a suspension at this moment ends it, or comes first and is seen.
      const active: unknown[] = await manager.query(
        `select from account where id = $1 and state = 'active' and not disabled for share`,
        [found.id],
      );
      if (active.length === 0) throw new Suspended();
      if (newHash !== null)
        await manager.query('update credential set password_hash = $2 where account_id = $1 and password_hash = $3', [
          found.id,
          newHash,
          found.password_hash,
        ]);
      if (input.oldSession !== null) await this.endSessions.byHash(manager, hashSecret(input.oldSession), { reason: 'replaced' });
      const deviceSecret = await this.rememberDevice(manager, found.id, input.deviceSecret);
      const session = await this.startSession.run(manager, found.id, input.device, { remember: input.remember });
      return { accountId: found.id, session, deviceSecret };
    });
  }

  /** A browser keeps one secret for all who sign in on it; each account believes it only once it has signed in there. */
  private async rememberDevice(manager: EntityManager, accountId: string, secret: string | null): Promise<string> {
    const kept = secret !== null && DEVICE_SECRET.test(secret) ? secret : newSecret();
    await manager.query(
      `insert into known_device (account_id, token_hash) values ($1, $2)
       on conflict (account_id, token_hash) do update set last_used_at = now()`,
      [accountId, hashSecret(kept)],
    );
    return kept;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
