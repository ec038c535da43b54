import { MAX_LENGTH, measure, normalise } from '@roost/text';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Perceived characters left for text and content warning together; below zero when it is too long. */
export function lengthLeft(text: string, spoiler: string): number {
  return MAX_LENGTH - measure(text) - [...segmenter.segment(normalise(spoiler))].length;
}
