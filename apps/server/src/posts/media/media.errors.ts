import { LIMITS } from '@roost/contracts';
import { Invalid, RoostError } from '../../platform/errors.js';

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

/** Films and sounds are prepared after their upload. */
export class MediaNotReady extends Invalid {
  constructor() {
    super(
      'Validation failed: Cannot attach files that have not finished processing. Try again in a moment!',
      { media_ids: ['have not finished processing'] },
      'media.not_ready',
    );
  }
}

/** Apps show one film or sound large, or several pictures as a grid. */
export class FilmNotAlone extends Invalid {
  constructor() {
    super(
      'Validation failed: Cannot attach a video to a post that already contains images',
      { media_ids: ['may hold one film or sound, and nothing beside it'] },
      'media.film_not_alone',
    );
  }
}

/** What came of preparing it. */
export class MediaFailed extends Invalid {
  constructor(failure: { code: string; error: string }) {
    super(failure.error, { file: [failure.error] }, failure.code);
  }
}

/** Preparing takes longer than a request may wait; it goes on. */
export class MediaTakesLong extends RoostError {
  readonly code = 'media.takes_long';
  readonly kind = 'unavailable';
  override readonly retryAfter = 10;
  constructor() {
    super('The file is still being prepared. Ask for it in a while.');
  }
}

/** Neither a picture nor a film nor a sound, by its first bytes. */
export class UnknownFile extends Invalid {
  constructor() {
    const sentence =
      'File is nothing Roost takes: send a JPEG, PNG, GIF, WebP or AVIF, an MP4, MOV or WebM, or an MP3, Ogg, WAV, FLAC or M4A';
    super(`Validation failed: ${sentence}`, { file: [sentence] }, 'media.unknown_type');
  }
}

export class FileTooLarge extends RoostError {
  readonly code = 'too_large';
  readonly kind = 'too-large';
  constructor(limit: number) {
    super(`Validation failed: File is larger than ${limit / 1024 / 1024} MB`, { limit });
  }
}
