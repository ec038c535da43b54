import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlighter } from './highlight.js';

const marked = (query: string, text: string) => highlighter(query)(text).map(({ start, end }) => text.slice(start, end));

describe('The words that were found', () => {
  it.each([
    ['printer OR label', 'Printers print labels, every label.', ['Printers', 'labels', 'label']],
    ['reunion', 'Réunion à la RÉUNION', ['Réunion', 'RÉUNION']],
    ['équipe', 'l’équipe et les équipes', ['équipe', 'équipes']],
    ['coeur', 'Le cœur bat', ['cœur']],
    ['cafet', 'cafétéria', ['cafétéria']],
    ['cafet x', 'cafétéria x', ['x']],
    ['run', 'running and runs', ['running', 'runs']],
    ['"dock 4"', 'Dock 4, dock: 4, dock 5', ['Dock 4', 'dock: 4']],
    ['PRJ-2041', 'see prj-2041!', ['prj-2041']],
    ['東京', '東京オフィス', ['東京']],
    ['100%', '100% sure', ['100%']],
    ['🎉', 'well done 🎉', ['🎉']],
    ['from:ann -label has:link', 'from ann a label has link', []],
    ['(server),', 'the server', ['server']],
    ['art', 'part of the start', []],
  ])('%s in %s', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });

  it('are stretches of the text, in order and apart, whatever is looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
        let end = 0;
        for (const stretch of highlighter(query)(text)) {
          expect(stretch.start).toBeGreaterThanOrEqual(end);
          expect(stretch.end).toBeGreaterThan(stretch.start);
          end = stretch.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
