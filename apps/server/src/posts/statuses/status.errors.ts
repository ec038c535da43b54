import { LIMITS } from '@roost/contracts';
import { MAX_GRAPHEME_CODE_POINTS } from '@roost/text';
import { Invalid, RoostError } from '../../platform/errors.js';

/** Never truncated: the author decides what goes. Details hold the count, so that a client can show it. */
export class StatusTooLong extends Invalid {
  constructor(length: number, limit: number) {
    super(`Validation failed: Text character limit of ${limit} exceeded`, { length, limit }, 'status.too_long');
  }
}

/** Few characters, but built to weigh: towers of marks, or thousands of invisible code points. */
export class StatusOverloaded extends Invalid {
  constructor() {
    super(
      `Validation failed: Text piles more than ${MAX_GRAPHEME_CODE_POINTS} signs on one character, or holds too many invisible ones`,
      undefined,
      'status.overloaded',
    );
  }
}

export class StatusBlank extends Invalid {
  constructor() {
    super("Validation failed: Text can't be blank", { status: ["can't be blank"] }, 'status.blank');
  }
}

export class PartNotOffered extends Invalid {
  constructor(part: 'quoted_status_id') {
    super('Validation failed: Quotes are not offered here', { [part]: ['is not offered'] }, 'status.part_not_offered');
  }
}

/** A post asks or shows. */
export class PollWithMedia extends Invalid {
  constructor() {
    super(
      'Validation failed: Cannot attach files to a post with a poll',
      { poll: ['cannot go with files'] },
      'status.poll_with_media',
    );
  }
}

export class EditWindowOver extends Invalid {
  constructor(minutes: number) {
    super(
      `Validation failed: Text can be changed for ${minutes} minutes after publishing`,
      { minutes },
      'status.edit_window_over',
    );
  }
}

export class TooManyPins extends Invalid {
  constructor() {
    super(
      `Validation failed: You have already pinned the maximum number of posts, ${LIMITS.pinnedStatuses}`,
      { limit: LIMITS.pinnedStatuses },
      'status.too_many_pins',
    );
  }
}

export class NotPinnable extends Invalid {
  constructor() {
    super('Validation failed: Only posts of your own that are not direct can be pinned', undefined, 'status.not_pinnable');
  }
}

/** Mastodon's answer where no translator is set up. */
export class TranslationOff extends RoostError {
  readonly code = 'status.translation_off';
  readonly kind = 'unavailable';
  constructor() {
    super('Service Unavailable');
  }
}
