import { describe, expect, it } from '@jest/globals';
import { daysOf, holds, toggled, toggledChoice, withDays } from './edit-query.js';

describe('A query that is edited by choosing', () => {
  it('takes operators in before its words and gives them back', () => {
    expect(toggled('dock 4', 'has:link')).toBe('has:link dock 4');
    expect(toggled('has:link dock 4', 'has:link')).toBe('dock 4');
    expect(toggled('', 'has:link')).toBe('has:link');
    expect(toggled('dock Has:Link', 'has:link')).toBe('dock');
  });

  it('joins values that exclude each other by OR, and takes one away with its OR', () => {
    const two = toggledChoice('from:ann dock', 'from:ben');
    expect(two).toBe('from:ann OR from:ben dock');
    expect(toggledChoice(two, 'from:cleo')).toBe('from:ann OR from:ben OR from:cleo dock');
    expect(toggledChoice(two, 'from:ann')).toBe('from:ben dock');
    expect(toggledChoice(two, 'from:ben')).toBe('from:ann dock');
    expect(toggledChoice('-from:max dock', 'from:ann')).toBe('from:ann -from:max dock');
  });

  it('knows a person with and without the sign', () => {
    expect(holds('from:@ann x', 'from:ann')).toBe(true);
    expect(holds('-from:ann x', 'from:ann')).toBe(false);
    expect(holds('from:ann OR x', 'from:ann')).toBe(false);
  });

  it('is limited to other days and freed of them', () => {
    const query = withDays('since:2026-01-01 dock until:2026-02-01', { since: '2026-03-01', until: null });
    expect(query).toBe('since:2026-03-01 dock');
    expect(daysOf(query)).toEqual({ since: '2026-03-01', until: null });
    expect(withDays(query, { since: null, until: null })).toBe('dock');
  });
});
