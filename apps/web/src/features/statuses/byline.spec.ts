import { describe, expect, it } from '@jest/globals';
import { byline } from './byline.js';

const of = (note: string, official = false) => byline({ acct: 'ann', roost: { note, official } });

describe('What stands beside a name', () => {
  it.each([
    ['Fleet, Leeds. Nights by choice.', 'Fleet, Leeds'],
    ['Quai B, Lyon\nle matin', 'Quai B, Lyon'],
    ['Transport desk, Lyon', 'Transport desk, Lyon'],
    ['v2.0 of me', 'v2.0 of me'],
  ])('is the first sentence of %j', (note, expected) => {
    expect(of(note)).toBe(expected);
  });

  it.each([
    '',
    '   ',
    'One sentence that goes on and on about everything that was ever done by anybody.',
    'See https://wiki.example',
    'Ask @ben',
    '#LeedsDepot',
    'Official, IT operations',
    'Compte officiel',
  ])('is the handle for %j', (note) => {
    expect(of(note)).toBe('@ann');
  });

  it('does not say twice that an account is official', () => {
    expect(of('Official, IT operations', true)).toBe('IT operations');
    expect(of('Officiel : site de Lyon.', true)).toBe('site de Lyon');
    expect(of('The official news', true)).toBe('The official news');
  });
});
