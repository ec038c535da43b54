import type { Status } from '@roost/contracts';

/** The first words of a post, to name it in a sentence; whole graphemes. */
export function excerpt(status: Status, limit = 32): string {
  const text = status.spoiler_text || status.roost.text.replace(/\s+/gu, ' ').trim();
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((part) => part.segment);
  return graphemes.length <= limit ? text : `${graphemes.slice(0, limit).join('').trimEnd()}…`;
}
