import { describe, expect, it } from '@jest/globals';
import { readTime } from './read-time.js';

const NOW = new Date('2026-11-23T10:00:00Z');

describe('readTime', () => {
  it.each([
    ['2026-11-23T10:05:00.000Z', '2026-11-23T10:05:00.000Z'],
    ['2026-12-01T10:00Z', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T12:00:00+02:00', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T12:00:00 0200', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T10:00:00.123456', '2026-12-01T10:00:00.123Z'],
    ['2026-12-01 10:00:00', '2026-12-01T10:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(readTime(text, NOW).toISOString()).toBe(expected);
  });

  it.each([
    '2026-11-23T10:04:59Z',
    '2020-01-01T00:00:00Z',
    'tomorrow',
    '',
    '2026-13-01T00:00:00Z',
    '2026-12-01',
    1_800_000_000,
    {},
    null,
  ])('refuses %j', (value) => {
    expect(() => readTime(value, NOW)).toThrow('Record invalid');
  });
});
