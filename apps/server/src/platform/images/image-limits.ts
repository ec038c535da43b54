import { LIMITS } from '@roost/contracts';

/** Decoding an AVIF takes twice the memory of anything else. */
export const AVIF_PIXELS = LIMITS.imagePixels / 2;
