import { describe, expect, it } from '@jest/globals';
import { keepTogether } from './keep-together.js';

const kept = (text: string) =>
  keepTogether(text)
    .filter((part) => part.keep)
    .map((part) => part.text);

describe('numbers with units', () => {
  it('keeps a number with its unit', () => {
    expect(kept('Door holds 2 °C again after 3 h 10, 40 min late, 11 kWh a day, 1,5 kg')).toEqual([
      '2 °C',
      '3 h',
      '40 min',
      '11 kWh',
      '1,5 kg',
    ]);
  });

  it('leaves ordinary words alone', () => {
    expect(kept('Docks 2 and 3 have 4 gates; 5 more posts')).toEqual([]);
  });

  it('loses nothing', () => {
    const text = 'a 2 °C b 🐦 30 % c';
    expect(
      keepTogether(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
