import { describe, expect, it } from '@jest/globals';
import { count, postTime } from './format.js';

const now = new Date(2026, 8, 22, 9, 51);

describe('the time of a post', () => {
  it('is a clock within the day, a weekday within the week, a date after', () => {
    expect(postTime(new Date(2026, 8, 22, 0, 5), now, 'en')).toBe('00:05');
    expect(postTime(new Date(2026, 8, 21, 23, 59), now, 'en')).toBe('Mon');
    expect(postTime(new Date(2026, 8, 15, 9, 0), now, 'en')).toBe('15 Sept');
    expect(postTime(new Date(2025, 8, 15, 9, 0), now, 'en')).toBe('15 Sept 2025');
  });

  it('speaks French', () => {
    expect(postTime(new Date(2026, 8, 21, 9, 0), now, 'fr')).toBe('lun.');
  });
});

describe('large numbers', () => {
  it('stay whole up to ten thousand', () => {
    expect(count(9_999, 'en')).toBe('9,999');
    expect(count(12_300, 'en')).toBe('12.3k');
  });
});
