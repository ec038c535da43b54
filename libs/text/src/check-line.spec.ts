import { describe, expect, it } from '@jest/globals';
import { checkLine } from './index.js';

describe('checkLine', () => {
  it('brings a text into one line', () => {
    expect(checkLine('  two\r\n lines ', 20)).toEqual({ code: 'ok', line: 'two lines' });
  });

  it('counts what people see: a family is one character', () => {
    expect(checkLine('👨‍👩‍👧‍👦'.repeat(5), 5).code).toBe('ok');
    expect(checkLine('👨‍👩‍👧‍👦'.repeat(6), 5)).toEqual({ code: 'too_long', limit: 5 });
  });

  it.each(['', ' \n ', '\u200b\u200d'])('knows that %j shows nothing', (text) => {
    expect(checkLine(text, 5)).toEqual({ code: 'blank' });
  });

  it('refuses towers of marks, and floods before they are taken apart', () => {
    expect(checkLine(`a${'\u0301'.repeat(40)}`, 5).code).toBe('grapheme_too_long');
    expect(checkLine('x'.repeat(1_000_000), 5).code).toBe('too_long');
  });
});
