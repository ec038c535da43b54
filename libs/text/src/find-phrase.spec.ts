import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phraseFinder, searchable } from './find-phrase.js';

const holds = (text: string, phrase: string, wholeWords: boolean): boolean =>
  phraseFinder(phrase, wholeWords)?.(searchable(text)) ?? false;

describe('a phrase', () => {
  it.each([
    ['La réunion de 9 h', 'reunion'],
    ['LA REUNION', 'Réunion'],
    ['Re\u0301union', 'réunion'],
    ['Straße', 'STRASSE'],
    ['ＭＥＥＴＩＮＧ', 'meeting'],
    ['a soft\u00adly broken word', 'softly'],
    ['Aujourd’hui', "aujourd'hui"],
    ['two\n\n  words', 'two words'],
    ['#DockSwap today', '#dockswap'],
    ['l’usine', 'usine'],
    ['C++ and more', 'c++'],
    ['明日の会議です', '会議'],
    ['ёлка', 'елка'],
  ])('is found in %j as %j', (text, phrase) => {
    expect(holds(text, phrase, true)).toBe(true);
    expect(holds(text, phrase, false)).toBe(true);
  });

  it.each([
    ['overtime', 'time'],
    ['times', 'time'],
    ['déréunion', 'reunion'],
    ['time_sheet', 'time'],
    ['time2', 'time'],
    ['встречаем', 'встреча'],
  ])('is no whole word in %j as %j, but a part of one', (text, phrase) => {
    expect(holds(text, phrase, true)).toBe(false);
    expect(holds(text, phrase, false)).toBe(true);
  });

  it('is found where a part of a word comes before it', () => {
    expect(holds('overtime is not time', 'time', true)).toBe(true);
  });

  it.each(['', '  ', '\u200b'])('that is nothing finds nothing: %j', (phrase) => {
    expect(phraseFinder(phrase, true)).toBeNull();
    expect(phraseFinder(phrase, false)).toBeNull();
  });

  const words = fc.string({
    unit: fc.constantFrom('a', 'B', 'é', 'e\u0301', 'ß', 'œ', 'й', '会', '😀', "'", '’', ' ', '\n', '-', '.', '_', '1', '#'),
  });

  it('that stands for whole words is found only where its letters are found', () => {
    fc.assert(fc.property(words, words, (text, phrase) => !holds(text, phrase, true) || holds(text, phrase, false)));
  });

  it('is always found in itself, whatever is around it, in any case', () => {
    fc.assert(
      fc.property(words, words, words, (before, phrase, after) => {
        fc.pre(searchable(phrase).folded !== '');
        for (const written of [phrase, phrase.toUpperCase(), phrase.normalize('NFD')]) {
          expect(holds(`${before} ${written} ${after}`, phrase, true)).toBe(true);
          expect(holds(`${before}${written}${after}`, phrase, false)).toBe(holds(`${before}${phrase}${after}`, phrase, false));
        }
      }),
    );
  });

  it('is found as a regular expression with borders finds it', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '-', '_', '1') });
    fc.assert(
      fc.property(letters, letters, (text, phrase) => {
        const wanted = searchable(phrase).folded;
        fc.pre(wanted !== '');
        const word = '[\\p{L}\\p{M}\\p{N}_]';
        const border = `(?:(?<!${word})|(?!${word}))`;
        const expression = new RegExp(`${border}${wanted}${border}`, 'u');
        expect(holds(text, phrase, true)).toBe(expression.test(searchable(text).folded));
      }),
    );
  });
});
