import { describe, expect, it } from '@jest/globals';
import { mirrorPieces } from './mirror-pieces.js';

const joined = (typed: string) =>
  mirrorPieces(typed, '')
    .map((piece) => piece.text)
    .join('');

describe('the layer behind the text field', () => {
  it('marks mentions and tags', () => {
    expect(mirrorPieces('Ask @tom. #LilleDepot', '')).toEqual([
      { text: 'Ask ', entity: false, over: false },
      { text: '@tom', entity: true, over: false },
      { text: '. ', entity: false, over: false },
      { text: '#LilleDepot', entity: true, over: false },
    ]);
  });

  it('marks what is too long, also inside a word', () => {
    const typed = 'x'.repeat(138) + ' abcd';
    expect(mirrorPieces(typed, '').at(-1)).toEqual({ text: 'bcd', entity: false, over: true });
  });

  it('counts the content warning', () => {
    expect(mirrorPieces('x'.repeat(140), 'warn').at(-1)).toEqual({ text: 'xxxx', entity: false, over: true });
  });

  it.each(['  leading #tag and trailing  \n', 'e\u0301 decomposed @tom', '', '👩‍👩‍👧 #famille'])('re-joins to %j', (typed) => {
    expect(joined(typed)).toBe(typed);
  });
});
