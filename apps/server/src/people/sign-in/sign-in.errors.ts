import { Forbidden, Invalid, RoostError, Unauthenticated } from '../../platform/errors.js';

/** One answer for an unknown account and a wrong password. */
export class WrongPassword extends Unauthenticated {
  override readonly code = 'sign_in.wrong';
  constructor() {
    super('The address or the password is not right');
  }
}

/** The password of a signed-in person, asked again, was wrong. */
export class WrongCurrentPassword extends Invalid {
  constructor() {
    super('The current password is not right', { current_password: ['wrong'] }, 'account.wrong_password');
  }
}

/** Only said to whoever knows the password. */
export class NotConfirmed extends Forbidden {
  override readonly code = 'sign_in.unconfirmed';
  constructor() {
    super('Confirm your mail address first: the link is in the mail that Roost sent you');
  }
}

export class NotApproved extends Forbidden {
  override readonly code = 'sign_in.waiting';
  constructor() {
    super('Your account waits for an administrator. You get a mail as soon as it is open.');
  }
}

export class Suspended extends Forbidden {
  override readonly code = 'sign_in.suspended';
  constructor() {
    super('This account is suspended. Ask an administrator why.');
  }
}

export class Disabled extends Forbidden {
  override readonly code = 'sign_in.disabled';
  constructor() {
    super('Nobody can sign in to this account for now. Ask an administrator why.');
  }
}

export class TooManyAttempts extends RoostError {
  readonly code = 'sign_in.too_many';
  readonly kind = 'rate-limited';
  override readonly retryAfter: number;
  constructor(resetAt: Date) {
    super('Too many attempts from here. Wait a while, or sign in on a device that you have used before.');
    this.retryAfter = Math.max(1, Math.ceil((resetAt.getTime() - Date.now()) / 1000));
  }
}

export class CommonPassword extends Invalid {
  constructor() {
    super(
      'This password is easy to guess. Take a few unrelated words, or let a password manager make one.',
      { password: ['common'] },
      'password.common',
    );
  }
}
