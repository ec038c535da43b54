import { describe, expect, it } from '@jest/globals';
import { fromLocalField, toLocalField } from './local-moment.js';

describe('a moment in a form', () => {
  it('comes back as the same minute', () => {
    for (const moment of ['2026-03-29T01:30:00.000Z', '2026-12-31T23:59:00.000Z', '2027-01-01T00:00:00.000Z'])
      expect(fromLocalField(toLocalField(moment))).toBe(moment);
  });

  it('is none while the field is empty or holds no date', () => {
    expect([fromLocalField(''), fromLocalField(undefined), fromLocalField('soon')]).toEqual([null, null, null]);
    expect(toLocalField(null)).toBe('');
  });
});
