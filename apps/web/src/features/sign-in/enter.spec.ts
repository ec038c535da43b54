import { describe, expect, it } from '@jest/globals';
import { safePath } from './enter.js';

describe('where one goes after signing in', () => {
  it('is the page one wanted', () => {
    expect(safePath('/@ann/12?x=1#y')).toBe('/@ann/12?x=1#y');
  });

  it.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ])('is home instead of %s', (next) => {
    expect(safePath(next)).toBe('/home');
  });
});
