import { describe, expect, it } from '@jest/globals';
import { displayLink } from './index.js';

describe('displayLink', () => {
  it.each([
    ['https://www.Example.com/a/b?c#d', 'example.com'],
    ['http://localhost:3000/', 'localhost:3000'],
    ['https://réunion.example/', 'réunion.example'],
    ['https://日本.example/x', '日本.example'],
    ['http://[2001:db8::1]/x', '[2001:db8::1]'],
    ['https://bank.example@evil.example/x', 'evil.example'],
  ])('shows %j as %j', (url, shown) => {
    expect(displayLink(url)).toBe(shown);
  });

  it.each([
    ['Cyrillic letters', 'https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    ['mixed scripts', 'https://www.pаypal.com/', 'xn--pypal-4ve.com'],
    ['Latin look-alikes', 'https://ɑpple.com', 'xn--pple-p5b.com'],
    ['a Katakana that looks like a slash', 'https://bank.comノevil.example', 'bank.xn--comevil-v04f.example'],
  ])('shows the ASCII form for %s', (_, url, shown) => {
    expect(displayLink(url)).toBe(shown);
  });
});
