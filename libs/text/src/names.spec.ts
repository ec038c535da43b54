import { describe, expect, it } from '@jest/globals';
import { cleanDisplayName, skeleton } from './index.js';

describe('cleanDisplayName', () => {
  it.each([
    ['  Ann \n Bee ', 'Ann Bee'],
    ['Ｈéloïse', 'Héloïse'],
    ['He\u0301le\u0300ne', 'Hélène'],
    ['Ann ❤️', 'Ann ❤️'],
    ['नीरा', 'नीरा'],
    ['👍🏽'.repeat(50), '👍🏽'.repeat(50)],
  ])('brings %j into its stored form', (name, clean) => {
    expect(cleanDisplayName(name)).toEqual({ code: 'ok', name: clean });
  });

  it.each([
    ['a right-to-left override', 'Ann\u202eeeB'],
    ['isolates', '\u2066Ann\u2069'],
    ['an Arabic letter mark', 'Ann\u061c'],
    ['a zero-width space', 'An\u200bn'],
    ['a zero-width joiner', 'An\u200dn'],
    ['a byte order mark', 'An\ufeffn'],
    ['a soft hyphen', 'An\u00adn'],
    ['a Hangul filler', 'Ann\u3164'],
    ['an empty Braille cell', 'Ann\u2800'],
    ['a tag character', 'Ann\u{e0041}'],
    ['an emoji style after a letter', 'A\ufe0fnn'],
    ['private use', 'Ann\ue000'],
    ['a control', 'Ann\u0007'],
    ['a lone surrogate', 'Ann\ud800'],
  ])('refuses %s', (_, name) => {
    expect(cleanDisplayName(name)).toEqual({ code: 'hidden_characters' });
  });

  it('refuses nothing, too much, and towers of marks', () => {
    expect(cleanDisplayName(' \n')).toEqual({ code: 'blank' });
    expect(cleanDisplayName('é'.repeat(51))).toEqual({ code: 'too_long', length: 51, limit: 50 });
    expect(cleanDisplayName(`x${'\u0334'.repeat(16)}`)).toEqual({ code: 'grapheme_too_long', limit: 16 });
  });
});

describe('skeleton', () => {
  it.each([
    [
      'IT Status',
      [
        'IT Ѕtatus',
        'ΙΤ Status',
        'lT Status',
        '1T-Status',
        'it status ✓',
        'ＩＴ　Ｓｔａｔｕｓ',
        'IT Stаtus',
        '🅸🆃 Status',
        'ꓲꓔ Status',
      ],
    ],
    [
      'Marion Clerc',
      [
        'Marίon Clerc',
        'Μarion Clerc',
        'Mario\u0301n CIerc',
        'rnarion derc',
        'Мarion Сlerc',
        'Marion\u200b Clerc',
        'ᎷᎪᎡᎥꓳꓠ Clerc',
      ],
    ],
    ['Strauß', ['Strauss', 'STRAUSS', 'STRAUẞ']],
    ['Willow Vance', ['VVillow Vance', 'Wiiiow Vance', 'Wіllοw Vаnсе', '𝐖𝐢𝐥𝐥𝐨𝐰 𝕍𝕒𝕟𝕔𝕖', '🇼illow Vance', 'W1ll0w Vanc3']],
    ['Ηelen', ['Helen', 'Неlеn', 'HELEN', 'ꓧelen']],
  ])('takes look-alikes of %j for it', (name, alikes) => {
    expect(alikes.filter((alike) => skeleton(alike) !== skeleton(name))).toEqual([]);
  });

  it.each([
    ['Ann', 'Anne'],
    ['Ben', 'Dan'],
    ['IT Status', 'HR Status'],
    ['山田', '山本'],
    ['की', 'का'],
    ['🎉', '🚀'],
  ])('tells %j from %j', (one, other) => {
    expect(skeleton(one)).not.toBe(skeleton(other));
  });
});
