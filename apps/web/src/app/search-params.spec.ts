import { describe, expect, it } from '@jest/globals';
import { oneOf, text, trueOnly } from './search-params.js';

describe('search params', () => {
  it('leave out what is not known', () => {
    expect(oneOf('company', ['company'])).toBe('company');
    expect(oneOf('everything', ['company'])).toBeUndefined();
    expect(oneOf(undefined, ['company'])).toBeUndefined();
  });

  it('give numbers and yes back as they were typed', () => {
    expect(text(2026)).toBe('2026');
    expect(text(true)).toBe('true');
    expect(text('')).toBeUndefined();
    expect(text({ q: 1 })).toBeUndefined();
  });

  it('know one way to say yes', () => {
    expect(trueOnly('true')).toBe(true);
    expect(trueOnly('false')).toBeUndefined();
  });
});
