import { LIMITS } from '@roost/contracts';
import { Invalid } from '../../platform/errors.js';

export class TooManyMedia extends Invalid {
  constructor() {
    super(
      `Validation failed: Cannot attach more than ${LIMITS.mediaPerStatus} files`,
      { limit: LIMITS.mediaPerStatus },
      'media.too_many',
    );
  }
}

/** One answer for a file of somebody else, one that hangs on another post, and one that never was. */
export class MediaNotFree extends Invalid {
  constructor() {
    super(
      'Validation failed: Media could not be found; upload it again',
      { media_ids: ['could not be found'] },
      'media.not_free',
    );
  }
}

export class TooManyLooseMedia extends Invalid {
  constructor(limit: number) {
    super(
      `Validation failed: You have ${limit} uploads that no post uses. Publish or remove some first`,
      { limit },
      'media.too_many_loose',
    );
  }
}
