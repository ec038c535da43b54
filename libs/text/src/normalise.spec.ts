import { describe, expect, it } from '@jest/globals';
import { isBlank, normalise } from './index.js';

describe('normalise', () => {
  it.each([
    ['composes letters', 'e\u0301te\u0301', '\u00e9t\u00e9'],
    ['knows one line break', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['cuts blanks at both ends and keeps those inside', ' \n\t a  b\t\u00a0', 'a  b'],
    ['drops control characters but tab and newline', 'a\u0000b\u0007c\td\ne\u007ff\u009b', 'abc\td\nef'],
    ['composes across a dropped control character', 'e\u0000\u0301', '\u00e9'],
    ['replaces lone surrogates', 'a\ud83d b\ude00', 'a\ufffd b\ufffd'],
    ['keeps bidi controls, which the client isolates', 'a\u202eb', 'a\u202eb'],
  ])('%s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });
});

describe('isBlank', () => {
  it.each(['', '  \n', '\u200b\u200d', '\u2800', '\u3164', '\u202e', '\ufe0f'])('sees nothing in %j', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['a', '.', '👍', '\u200bé'])('sees something in %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
