import { describe, expect, it } from '@jest/globals';
import { withReaction } from './with-reaction.js';

const cake = { name: '🍰', count: 2, me: false };
const mine = { name: '👍', count: 1, me: true };

describe('reactions after a press', () => {
  it('count the reader in, at the place of the kind', () => {
    expect(withReaction([cake, mine], '🍰', true)).toEqual([{ name: '🍰', count: 3, me: true }, mine]);
  });

  it('get a new kind at the end', () => {
    expect(withReaction([cake], '🎉', true)).toEqual([cake, { name: '🎉', count: 1, me: true }]);
  });

  it('lose a kind that nobody gives any more', () => {
    expect(withReaction([cake, mine], '👍', false)).toEqual([cake]);
  });

  it('stay as they are when nothing changes', () => {
    expect(withReaction([cake, mine], '👍', true)).toEqual([cake, mine]);
    expect(withReaction([cake], '🎉', false)).toEqual([cake]);
  });
});
