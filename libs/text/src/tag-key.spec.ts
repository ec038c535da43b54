import { describe, expect, it } from '@jest/globals';
import { tagKey } from './index.js';

describe('tagKey', () => {
  it.each([
    ['reunion', ['#Réunion', 'reunion', '＃ＲÉＵＮＩＯＮ', 'Re\u0301union', 'REUNION']],
    ['strasse', ['Straße', 'STRASSE', 'STRAẞE']],
    ['coeur', ['Cœur', 'CŒUR', 'coeur']],
    ['istanbul', ['İstanbul', 'ISTANBUL', 'ıstanbul', 'istanbul']],
    ['orsted', ['Ørsted', 'orsted']],
    ['etudiant·e', ['Étudiant·e']],
    ['κοσμοσ', ['Κόσμος', 'ΚΟΣΜΟΣ', 'κοσμοσ']],
    ['елка', ['Ёлка', 'елка', 'ЕЛКА']],
    ['viet', ['Việt']],
    ['ガイド', ['ｶﾞｲﾄﾞ', 'ガイド']],
    ['snake_case', ['Snake_Case']],
    ['abc', ['\u0301abc', '#abc']],
    ['میخواهم', ['می\u200cخواهم']],
  ])('gives %j for all of %j', (key, names) => {
    expect(names.map(tagKey)).toEqual(names.map(() => key));
  });

  it.each([
    ['Japanese dakuten', 'が', 'か'],
    ['Hindi vowel signs', 'की', 'का'],
    ['Thai vowels', 'ดี', 'ดา'],
    ['Cyrillic й', 'мой', 'мои'],
    ['Ukrainian ї', 'їх', 'іх'],
    ['Korean syllables', '각', '가'],
  ])('keeps marks that make letters: %s', (_, one, other) => {
    expect(tagKey(one)).not.toBe(tagKey(other));
    expect(tagKey(one)).toBe(one);
  });

  it.each(['', '#', '123', '_', '１２', '\u3164', '🎉', 'a'.repeat(101), '\ufdfa'.repeat(100)])(
    'gives nothing for %j',
    (name) => {
      expect(tagKey(name)).toBe('');
    },
  );
});
