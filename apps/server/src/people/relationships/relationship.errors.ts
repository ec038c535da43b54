import { Invalid } from '../../platform/errors.js';

/** One vouches for people one follows. */
export class NotFollowed extends Invalid {
  constructor() {
    super(
      'Validation failed: You must be already following the account you want to endorse',
      { id: ['is not followed'] },
      'account.not_followed',
    );
  }
}

export class NoteTooLong extends Invalid {
  constructor(limit: number) {
    super(
      `Validation failed: Comment is too long (maximum is ${limit} characters)`,
      { comment: [`at most ${limit} characters`] },
      'account.note_too_long',
    );
  }
}
