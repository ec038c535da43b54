import { Conflict, Forbidden, Invalid } from '../../platform/errors.js';

export class BadEmail extends Invalid {
  constructor() {
    super('This is not a mail address that Roost can write to', { email: ['invalid'] }, 'email.invalid');
  }
}

export class EmailNotAllowed extends Invalid {
  constructor() {
    super('Only addresses of the company may sign up here', { email: ['not_allowed'] }, 'email.not_allowed');
  }
}

export class SignUpClosed extends Forbidden {
  override readonly code = 'sign_up.closed';
  constructor() {
    super('Nobody can sign up here by themselves. Ask an administrator for an invitation.');
  }
}

export class InvitationNeeded extends Forbidden {
  override readonly code = 'sign_up.invitation_needed';
  constructor() {
    super('Signing up here takes an invitation. Ask an administrator for one.');
  }
}

/** Used, expired, withdrawn, made for another address, or never made: the answer does not say which. */
export class InvitationEnded extends Invalid {
  constructor() {
    super('This invitation cannot be used. Ask for a new one.', { invitation: ['invalid'] }, 'sign_up.invitation_invalid');
  }
}

/** A link from a mail that was used, has expired or was replaced by a newer one. */
export class LinkEnded extends Invalid {
  constructor() {
    super('This link has expired or was used before. Ask for a new one.', { token: ['invalid'] }, 'link.invalid');
  }
}

export class SetUpLinkEnded extends Invalid {
  constructor() {
    super('This set-up link cannot be used. Start Roost again: it prints a new one.', { token: ['invalid'] }, 'set_up.invalid');
  }
}

export class AlreadySetUp extends Conflict {
  constructor() {
    super('This Roost has an administrator already. Sign in instead.', 'set_up.done');
  }
}
