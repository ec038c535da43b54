import { LIMITS } from '@roost/contracts';
import { Invalid, RoostError } from '../errors.js';
import { AVIF_PIXELS } from './image-limits.js';
import type { ImageRefusal } from './image-recipe.js';

const millions = (pixels: number) => pixels / 1_000_000;

const SENTENCES: Record<ImageRefusal | 'too_slow', string> = {
  unknown_type: 'File is not a picture Roost takes: send a JPEG, PNG, GIF, WebP or AVIF',
  too_many_pixels: `File has more than ${millions(LIMITS.imagePixels)} million pixels, or ${millions(AVIF_PIXELS)} million in an AVIF`,
  damaged: 'File is damaged and cannot be read as a picture',
  too_slow: 'File takes too much work to read as a picture',
};

/** A file that is no picture, or none that can be taken. The code ends with the reason: `image.damaged`. */
export class ImageRefused extends Invalid {
  constructor(refusal: keyof typeof SENTENCES) {
    super(`Validation failed: ${SENTENCES[refusal]}`, { file: [SENTENCES[refusal]] }, `image.${refusal}`);
  }
}

/** More pictures wait than the workshop can make in a while. */
export class ImageQueueFull extends RoostError {
  readonly code = 'image.queue_full';
  readonly kind = 'unavailable';
  override readonly retryAfter = 5;
  constructor() {
    super('Many pictures are being prepared at the moment. Try again in a few seconds.');
  }
}
