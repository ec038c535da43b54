import { describe, expect, it } from '@jest/globals';
import { keyName, nextSequence, takesText } from './keymap.js';

const press = (key: string, held: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('names of keys', () => {
  it('are lower-case letters', () => {
    expect(press('N')).toBe('n');
    expect(press('Enter')).toBe('Enter');
  });

  it('leaves combinations to the browser', () => {
    expect(press('l', { ctrlKey: true })).toBeUndefined();
    expect(press('r', { metaKey: true })).toBeUndefined();
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
  });

  it.each(['.', '>', ':'])('reads Shift and %s as one key on every layout', (key) => {
    expect(press(key, { shiftKey: true })).toBe('Shift+.');
  });
});

describe('two keys in a row', () => {
  it('wait for the second', () => {
    const first = nextSequence(null, 'g', 0);
    expect(nextSequence(first.pending, 'h', 400)).toEqual({ look: 'g h', pending: null });
  });

  it('are forgotten after a while', () => {
    const first = nextSequence(null, 'g', 0);
    expect(nextSequence(first.pending, 'h', 2000).look).toBe('h');
  });
});

describe('where typing means text', () => {
  it.each([
    ['TEXTAREA', null, true],
    ['INPUT', 'search', true],
    ['INPUT', null, true],
    ['INPUT', 'checkbox', false],
    ['BUTTON', null, false],
  ])('%s %s', (tag, type, expected) => {
    expect(takesText(tag, type, false)).toBe(expected);
  });
});
