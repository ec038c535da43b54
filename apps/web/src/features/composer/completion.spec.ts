import { describe, expect, it } from '@jest/globals';
import { complete, tokenAt } from './completion.js';

const at = (text: string) => tokenAt(text, text.length);

describe('what completion helps with', () => {
  it.each([
    ['Gate code from @to', '@', 'to'],
    ['@t', '@', 't'],
    ['Slots #cut', '#', 'cut'],
    ['merci (#Dépôt', '#', 'Dépôt'],
    ['thank you all :te', ':', 'te'],
  ])('%s', (text, sign, query) => {
    expect(at(text)).toMatchObject({ sign, query, start: text.lastIndexOf(sign), end: text.length });
  });

  it.each(['À Lyon : te', 'Il dit :t', '10:30', 'note:te', 'ann@exa', 'https://x.example/#to', '##to', '@', '#', 'plain'])(
    'leaves %s alone',
    (text) => {
      expect(at(text)).toBeNull();
    },
  );

  it('looks at the caret, not at the end', () => {
    expect(tokenAt('@to and more', 3)).toMatchObject({ query: 'to' });
    expect(tokenAt('@to and more', 7)).toBeNull();
  });
});

describe('taking a completion', () => {
  it('puts one space behind a mention', () => {
    const text = 'Ask @to';
    expect(complete(text, tokenAt(text, 7)!, '@tom')).toEqual({ text: 'Ask @tom ', caret: 9 });
  });

  it('uses the space that is already there', () => {
    const text = 'Ask @to now';
    expect(complete(text, tokenAt(text, 7)!, '@tom')).toEqual({ text: 'Ask @tom now', caret: 9 });
  });

  it('puts no space behind an emoji', () => {
    const text = 'thanks :te';
    expect(complete(text, tokenAt(text, 10)!, '🍵')).toEqual({ text: 'thanks 🍵', caret: 9 });
  });
});
