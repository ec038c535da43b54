import { describe, expect, it } from '@jest/globals';
import { measure, splitText } from './index.js';

const words = (count: number, word = 'mot'): string => Array.from({ length: count }, () => word).join(' ');

describe('splitText', () => {
  it('leaves a text that fits in one part', () => {
    expect(splitText(' Bonjour. ')).toEqual(['Bonjour.']);
    expect(splitText('')).toEqual(['']);
  });

  it('cuts after a sentence', () => {
    const first = `Ann ${words(20)}.`;
    const second = `Puis ${words(20)}, et ${words(10)}.`;
    expect(splitText(`${first} ${second}`)).toEqual([first, second]);
  });

  it('cuts after a line', () => {
    expect(splitText(`${words(20)}\n${words(20)}`)).toEqual([words(20), words(20)]);
  });

  it('cuts after a comma where no sentence ends', () => {
    expect(splitText(`${words(20)}, ${words(30)}`)).toEqual([`${words(20)},`, words(30)]);
  });

  it('cuts between words where there is no comma either', () => {
    expect(splitText(words(50))).toEqual([words(35), words(15)]);
  });

  it('takes a longer part rather than a stub', () => {
    expect(splitText(`Oui. Alors ${words(20)}, ${words(20)}`)).toEqual([`Oui. Alors ${words(20)},`, words(20)]);
  });

  it('counts a link as 23 when it asks whether a part is a stub', () => {
    expect(splitText(`http://a.example et onze mots. Puis ${words(32)}`)).toEqual([
      'http://a.example et onze mots.',
      `Puis ${words(32)}`,
    ]);
  });

  it('prefers a stub to a cut word', () => {
    const long = 'x'.repeat(138);
    expect(splitText(`Oui, ${long}`)).toEqual(['Oui,', long]);
  });

  it.each([
    ['M. Durand', `${words(30)} avec M. Durand et ${words(20)}`],
    ['e.g. this', `${words(29)} such, e.g. this and ${words(20)}`],
    ['... puis', `${words(31)} ... puis ${words(20)}`],
  ])('does not take the dot in %j for the end of a sentence', (kept, text) => {
    expect(splitText(text).some((part) => part.endsWith(kept.slice(0, kept.indexOf(' '))))).toBe(false);
  });

  it.each([
    '10 km',
    '9 h',
    '3\u00a0000 €',
    '12 000',
    '15 %',
    '€ 20',
    '30 minutes',
    '110 km/h',
    '20 °C',
    'vraiment !',
    'Mme\u00a0Durand',
  ])('keeps %j together', (kept) => {
    for (let room = 0; room < 20; room += 1) {
      const parts = splitText(`${'y'.repeat(125 + room)} ${kept} ${words(20)}`);
      expect(parts.some((part) => part.includes(kept))).toBe(true);
    }
  });

  it('never cuts inside a link, a mention or a tag', () => {
    const text = Array.from({ length: 12 }, (_, n) => `https://a.example/a,b.${n} @person_${n} #tag·${n}a·b`).join(' ');
    const parts = splitText(text).map((part) => part.replace(/ #tag·11a·b$/, ''));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part).toMatch(/^(?:(?:https:\/\/a\.example\/a,b\.\d+|@person_\d+|#tag·\d+a·b)(?: |$))+$/);
  });

  it('cuts before a mention, even in a text without blanks', () => {
    const [, second = ''] = splitText(`${'é'.repeat(130)}(@someone_with_a_long_name)${'é'.repeat(60)}`);
    expect(second.startsWith('@someone_with_a_long_name)')).toBe(true);
  });

  it('keeps parts within 2,000 code points too', () => {
    const parts = splitText(`${`x${'\u0334'.repeat(15)}`.repeat(125)}abcde`);
    expect(parts.map(measure)).toEqual([125, 5]);
  });

  it('repeats the last tag, not another', () => {
    expect(splitText(`#un ${words(20)}. Puis ${words(20)} #deux`)).toEqual([
      `#un ${words(20)}. #deux`,
      `Puis ${words(20)} #deux`,
    ]);
  });

  it('repeats the last tag where it fits and is missing', () => {
    const text = `Un ${words(20)}. Deux #paie ${words(15)}. Trois ${words(33)}. Fin #paie`;
    expect(splitText(text)).toEqual([`Un ${words(20)}. #paie`, `Deux #paie ${words(15)}.`, `Trois ${words(33)}.`, 'Fin #paie']);
  });

  it('leaves a tag with the sentence before it', () => {
    const text = `${words(20)}. Puis ${words(10)}. #paie ${words(20)}`;
    expect(splitText(text)).toEqual([`${words(20)}. #paie`, `Puis ${words(10)}. #paie ${words(20)}`]);
  });

  it('cuts inside a word only when it is longer than a post, and then between perceived characters', () => {
    const parts = splitText(`${'x'.repeat(150)} ${'👩🏽‍🚀'.repeat(150)}`);
    expect(parts.map(measure)).toEqual([140, 10, 140, 10]);
  });

  it('cuts Japanese after a sentence, and between words where none ends', () => {
    expect(splitText(`${'猫がいる'.repeat(20)}。${'犬がいる'.repeat(20)}`)).toEqual([
      `${'猫がいる'.repeat(20)}。`,
      '犬がいる'.repeat(20),
    ]);
    expect(splitText(`${'猫がいる'.repeat(20)}、${'犬がいる'.repeat(20)}`)).toEqual([
      `${'猫がいる'.repeat(20)}、`,
      '犬がいる'.repeat(20),
    ]);
    expect(splitText('図書館'.repeat(50))).toEqual(['図書館'.repeat(46), '図書館'.repeat(4)]);
  });
});
