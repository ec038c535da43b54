import type { DisplayNameCheck, HandleProblem } from '@roost/text';
import { Conflict, Invalid } from '../../platform/errors.js';

const HANDLE_SENTENCES: Record<HandleProblem, string> = {
  too_short: 'A handle has at least two characters',
  too_long: 'A handle has at most 30 characters',
  characters: 'A handle is made of letters a to z, digits and underscores',
  reserved: 'This handle belongs to Roost itself. Choose another one.',
};

export class BadHandle extends Invalid {
  constructor(problem: HandleProblem) {
    super(HANDLE_SENTENCES[problem], { handle: [problem] }, `handle.${problem}`);
  }
}

export class HandleTaken extends Invalid {
  constructor() {
    super('This handle is taken. Choose another one.', { handle: ['taken'] }, 'handle.taken');
  }
}

const NAME_SENTENCES: Record<Exclude<DisplayNameCheck['code'], 'ok' | 'blank'>, string> = {
  too_long: 'A name has at most 50 characters',
  hidden_characters: 'This name holds characters that cannot be seen',
  grapheme_too_long: 'This name holds a character with too many marks',
};

export class BadDisplayName extends Invalid {
  constructor(problem: keyof typeof NAME_SENTENCES) {
    super(NAME_SENTENCES[problem], { display_name: [problem] }, `display_name.${problem}`);
  }
}

/** Somebody tried to look like one of those whose word counts for the company. */
export class LooksLikeStaff extends Invalid {
  constructor(field: 'handle' | 'display_name') {
    super(
      'This looks like the name of an official account or of someone who runs this Roost. Choose another one.',
      { [field]: ['like_staff'] },
      `${field}.like_staff`,
    );
  }
}

export class ProfileTooLong extends Invalid {
  constructor(field: string, limit: number) {
    super(
      `Validation failed: ${field} has at most ${limit} characters`,
      { [field]: [`at most ${limit} characters`] },
      'profile.too_long',
    );
  }
}

export class TooManyFields extends Invalid {
  constructor(limit: number) {
    super(
      `Validation failed: fields are at most ${limit}`,
      { fields_attributes: [`at most ${limit}`] },
      'profile.too_many_fields',
    );
  }
}

export class BadPicture extends Invalid {
  constructor(field: 'avatar' | 'header') {
    super(
      'This file is no picture that Roost can read. Use JPEG, PNG, WebP, GIF or AVIF of at most 24 megapixels.',
      { [field]: ['unreadable'] },
      'profile.bad_picture',
    );
  }
}

export class LastAdministrator extends Conflict {
  constructor() {
    super('This is the last administrator. Make someone else administrator first.', 'account.last_administrator');
  }
}
