import { Invalid } from '../../platform/errors.js';

/** A poll that cannot be put up as it is; the sentence says why. */
export class PollRefused extends Invalid {
  constructor(sentence: string, details: Record<string, unknown> = {}) {
    super(`Validation failed: ${sentence}`, details, 'poll.refused');
  }
}

export class PollOver extends Invalid {
  constructor() {
    super('Validation failed: The poll has already ended', undefined, 'poll.over');
  }
}

export class AlreadyVoted extends Invalid {
  constructor() {
    super('Validation failed: You have already voted on this poll', undefined, 'poll.already_voted');
  }
}

export class OwnPoll extends Invalid {
  constructor() {
    super('Validation failed: You cannot vote in your own polls', undefined, 'poll.own');
  }
}

/** Nothing chosen, too much, or an option that is not there. */
export class ChoicesRefused extends Invalid {
  constructor(sentence: string) {
    super(`Validation failed: ${sentence}`, { choices: [sentence] }, 'poll.choices_refused');
  }
}
