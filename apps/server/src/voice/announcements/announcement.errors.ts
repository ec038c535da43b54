import { Invalid } from '../../platform/errors.js';

export class AnnouncementBlank extends Invalid {
  constructor() {
    super("Validation failed: Text can't be blank", { text: ["can't be blank"] }, 'announcement.blank');
  }
}

export class AnnouncementTooLong extends Invalid {
  constructor(limit: number) {
    super(
      `Validation failed: Text is too long (maximum is ${limit} characters)`,
      { text: [`at most ${limit} characters`] },
      'announcement.too_long',
    );
  }
}

/** It would be over before it begins, or before anybody could read it. */
export class AnnouncementOver extends Invalid {
  constructor(than: 'now' | 'it begins' | 'it is shown') {
    super(`Validation failed: Ends at must be later than ${than}`, { ends_at: ['is too early'] }, 'announcement.over');
  }
}

export class NoEmoji extends Invalid {
  constructor() {
    super('Validation failed: Name is not a recognized emoji', { name: ['is no emoji'] }, 'announcement.no_emoji');
  }
}

export class TooManyReactions extends Invalid {
  constructor() {
    super(
      'Validation failed: Limit of different reactions reached',
      { name: ['is one too many'] },
      'announcement.too_many_reactions',
    );
  }
}
