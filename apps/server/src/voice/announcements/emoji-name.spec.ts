import { describe, expect, it } from '@jest/globals';
import { emojiName } from './emoji-name.js';

describe('the name of a reaction', () => {
  it.each(['👍', '🎉', '❤️', '👩🏽‍🚀', '🇫🇷', '🏳️‍🌈', '1️⃣'])('is %s, a single emoji', (emoji) => {
    expect(emojiName(emoji)).toBe(emoji);
  });

  it('is the coloured one of two spellings', () => {
    expect(emojiName('❤')).toBe('❤️');
  });

  it.each(['', 'a', '1', 'thumbsup', ':blobcat:', '👍👍', '👍 ', '🇫', '\u200d', '<b>', '\0'])('is not %j', (text) => {
    expect(emojiName(text)).toBeNull();
  });
});
