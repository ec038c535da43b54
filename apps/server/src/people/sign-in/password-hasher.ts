import { Injectable } from '@nestjs/common';
import { argon2id, hash, needsRehash, verify } from 'argon2';
import { Settings } from '../../config/settings.js';
import { RoostError } from '../../platform/errors.js';
import { newSecret } from '../../platform/secrets.js';
import { Semaphore } from './semaphore.js';

const STRONG = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** The cheapest that the library takes, for test suites that sign in all the time. */
const CHEAP = { type: argon2id, memoryCost: 1024, timeCost: 1, parallelism: 1 } as const;

/** Hashes worked on at once: more would take memory and both processors away from everybody else. */
const AT_ONCE = 2;
/** Who would wait longer than this many others is told to come back. */
const QUEUE = 100;

class TooBusyToSignIn extends RoostError {
  readonly code = 'sign_in.busy';
  readonly kind = 'unavailable';
  override readonly retryAfter = 5;
  constructor() {
    super('Many people are signing in right now. Try again in a few seconds.');
  }
}

/** Stores passwords as argon2id and compares them, a few at a time. */
@Injectable()
export class PasswordHasher {
  private readonly options: typeof STRONG | typeof CHEAP;
  private readonly gate = new Semaphore(AT_ONCE, QUEUE, () => new TooBusyToSignIn());
  /** What unknown accounts are compared with, so that they cost as much as known ones. */
  private readonly decoy: Promise<string>;

  constructor(settings: Settings) {
    this.options = settings.testMode ? CHEAP : STRONG;
    this.decoy = hash(newSecret(), this.options);
  }

  hash(password: string): Promise<string> {
    return this.gate.run(() => hash(normal(password), this.options));
  }

  /** @param stored null for an account that does not exist: the same work, and never a match */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const decoy = await this.decoy;
    return this.gate.run(async () => {
      const matches = await verify(isArgon2(stored) ? stored : decoy, normal(password));
      return matches && isArgon2(stored);
    });
  }

  /** True when the hash was made with parameters of an older release. */
  isOutdated(stored: string): boolean {
    return needsRehash(stored, this.options);
  }
}

/** One keyboard composes an accent, another does not: both type the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

function isArgon2(stored: string | null): stored is string {
  return stored?.startsWith('$argon2id$') === true;
}
