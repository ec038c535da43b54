import { describe, expect, it } from '@jest/globals';
import { matching, type Command } from './commands.js';

const commands: Command[] = [
  ['home', 'Home'],
  ['saved', 'Enregistrés'],
  ['dark', 'Thème sombre', 'Apparence'],
  ['mode', 'Somme'],
].map(([id = '', words = '', note]) => ({ id, words, group: 'go', run: () => undefined, ...(note ? { note } : {}) }));
const found = (wanted: string) => matching(commands, wanted).map(({ id }) => id);

describe('The commands that fit', () => {
  it('begin so, have a word that does, or hold it, in this order and accents apart', () => {
    expect(found('som')).toEqual(['mode', 'dark']);
    expect(found('enregistres')).toEqual(['saved']);
    expect(found('ome')).toEqual(['home']);
    expect(found('apparence')).toEqual(['dark']);
    expect(found('xyz')).toEqual([]);
  });

  it('are all of them when nothing was typed', () => {
    expect(found(' ')).toHaveLength(4);
  });
});
