import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkText,
  foldHandle,
  handleProblem,
  MAX_LENGTH,
  measure,
  normalise,
  parseText,
  splitText,
  surplusStart,
  tagKey,
  toHtml,
  toPieces,
} from './index.js';

/** Scraps that mean something to the parser, so that random texts are full of near misses. */
const scrap = fc.constantFrom(
  ...[
    '@',
    '#',
    '＃',
    'ann',
    '@ann',
    '#été',
    'http://',
    'https://a.example',
    '/x_(y)',
    '(',
    ')',
    '.',
    ',',
    '!',
    '…',
    '-',
    '_',
    '`',
    '\\',
  ],
  ...[
    '👍🏽',
    '👩‍👩‍👧',
    '🇷🇪',
    'e\u0301',
    '\u0301',
    '\u200d',
    '\u202e',
    '\ufe0f',
    '\ud800',
    '\udc00',
    '日本',
    'が',
    '각',
    'हिन्दी',
    '·',
    'ß',
    'ﬁ',
  ],
  ...[
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\u2028',
    '\u0000',
    '<b>',
    '&amp;',
    '"',
    "'",
    '1',
    '10 km',
    '@corp.example',
    'C#',
    ':80',
    '\u3164',
  ],
);
const piece = fc.oneof({ weight: 4, arbitrary: scrap }, fc.string({ unit: 'binary', maxLength: 4 }), fc.lorem({ maxCount: 3 }));
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const word = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 1 }) },
  fc.constantFrom('Fini.', '10 km', 'oui,', '日本語、', '👩🏽‍🚀', 'https://a.example/b', '@ann', '#paie', 'e\u0301te\u0301', '\r\n'),
);
const prose = fc.array(word, { minLength: 25, maxLength: 120, size: 'max' }).map((words) => words.join(' '));

const runs = { numRuns: 1500 };
const domain = 'corp.example';

describe('parseText', () => {
  it('gives ranges in order, never overlapping, that re-join to the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseText(text, { domain });
        let end = 0;
        for (const entity of parsed.entities) {
          expect(entity.start).toBeGreaterThanOrEqual(end);
          expect(entity.end).toBeGreaterThan(entity.start);
          end = entity.end;
        }
        expect(end).toBeLessThanOrEqual(parsed.codePoints);
        expect(parsed.codePoints).toBe(Array.from(parsed.text).length);
        const pieces = toPieces(parsed.text, parsed.entities);
        expect(pieces.map((part) => part.text).join('')).toBe(parsed.text);
        expect(pieces.every((part) => part.text.isWellFormed())).toBe(true);
      }),
      runs,
    );
  });

  it('says of each range what stands there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseText(text, { domain });
        for (const entity of parsed.entities) {
          const written = Array.from(parsed.text).slice(entity.start, entity.end).join('');
          if (entity.type === 'tag') {
            expect(`${written.charAt(0)}${entity.written}`).toBe(written);
            expect(tagKey(written)).toBe(entity.name);
            expect(entity.name).toMatch(/\p{L}/u);
          } else if (entity.type === 'mention') {
            expect([`@${entity.handle}`, `@${entity.handle}@${domain}`]).toContain(written.toLowerCase());
            expect(entity.handle).toMatch(/^[a-z0-9_]{2,30}$/);
          } else {
            expect(entity.url.slice(entity.url.indexOf('/'))).toBe(written.slice(written.indexOf('/')));
            expect(entity.url).toMatch(/^https?:\/\/[^\s@/]+/);
          }
        }
      }),
      runs,
    );
  });

  it('reads its own text again in the same way, and every spelling of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseText(text);
        expect(parseText(parsed.text)).toEqual(parsed);
        expect(normalise(parsed.text)).toBe(parsed.text);
        expect(parseText(text.toWellFormed().normalize('NFD'))).toEqual(parseText(text.toWellFormed().normalize('NFC')));
      }),
      runs,
    );
  });
});

describe('measure', () => {
  it('agrees with a plain count where there are no links', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseText(text);
        fc.pre(!parsed.entities.some((entity) => entity.type === 'link'));
        const segments = new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(parsed.text);
        expect(parsed.length).toBe(Array.from(segments).length);
      }),
      runs,
    );
  });

  it('marks a surplus exactly when there is one, and what stands before it fits', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, prose), (text) => {
        const start = surplusStart(text);
        expect(start === undefined).toBe(measure(text) <= MAX_LENGTH);
        if (start === undefined) return;
        expect(start).toBeLessThanOrEqual(text.length);
        expect(text.slice(0, start).toWellFormed()).toBe(text.toWellFormed().slice(0, start));
      }),
      runs,
    );
    fc.assert(
      fc.property(prose, (text) => {
        const start = surplusStart(text);
        fc.pre(start !== undefined);
        expect(measure(text.slice(0, start))).toBeLessThanOrEqual(MAX_LENGTH);
      }),
      runs,
    );
  });
});

describe('splitText', () => {
  it('makes parts that fit and loses no word', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, prose), (text) => {
        const parts = splitText(text);
        const { text: whole, entities } = parseText(text);
        const lastTag = entities.findLast((entity) => entity.type === 'tag');
        const repeated = lastTag === undefined ? '' : Array.from(whole).slice(lastTag.start, lastTag.end).join('');
        expect(parts.filter((part) => measure(part) > MAX_LENGTH)).toEqual([]);
        expect(parts.map((part) => unspaced(without(part, repeated))).join('')).toBe(unspaced(without(whole, repeated)));
      }),
      runs,
    );
  });

  it('is done when the text fits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(checkText(text).code === 'ok');
        expect(splitText(text)).toEqual([normalise(text)]);
      }),
      runs,
    );
  });
});

describe('toHtml', () => {
  it('writes only its own tags and attributes, and nothing of the text outside them', () => {
    const tag =
      /<\/?p>|<br \/>|<\/span>|<\/a>|<span(?: class="(?:h-card|invisible|ellipsis|)"(?: translate="no")?)?>|<a href="[^"<>]*" (?:class="(?:u-url mention|mention hashtag)"(?: rel="tag")?|target="_blank" rel="nofollow noopener" translate="no")>/g;
    const hostile = fc.oneof(anyText, fc.string());
    fc.assert(
      fc.property(anyText, hostile, (text, name) => {
        const html = toHtml(parseText(text), { mention: () => ({ url: name, username: name }), tagUrl: () => name });
        expect(html.replace(tag, '')).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
      runs,
    );
  });

  it('shows the text itself once the tags are taken away', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseText(text);
        const html = toHtml(parsed, { mention: () => undefined, tagUrl: () => '/' });
        expect(unspaced(plain(html)).replaceAll('＃', '#')).toBe(unspaced(parsed.text).replaceAll('＃', '#'));
      }),
      runs,
    );
  });
});

describe('keys and handles', () => {
  it('keep what they are when folded again, in either normal form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), anyText), (name) => {
        const key = tagKey(name);
        expect(tagKey(key)).toBe(key);
        expect(key.isWellFormed()).toBe(true);
        expect(tagKey(name.normalize('NFD'))).toBe(tagKey(name.normalize('NFC')));
      }),
      runs,
    );
  });

  it('are tags themselves, so that the page of a tag can name it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        for (const entity of parseText(`#${name}`).entities) {
          if (entity.type === 'tag')
            expect(parseText(`#${entity.name}`).entities).toMatchObject([{ name: entity.name, start: 0 }]);
        }
      }),
      runs,
    );
  });

  it('let nothing through but a-z, 0-9 and underscores', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.stringMatching(/^[A-Za-z0-9_]{1,33}$/)), (handle) => {
        if (handleProblem(handle) === undefined) expect(foldHandle(handle)).toMatch(/^[a-z0-9_]{2,30}$/);
      }),
      runs,
    );
  });
});

function unspaced(text: string): string {
  return text.replace(/\s/g, '');
}

function without(text: string, tag: string): string {
  return tag === '' ? text : text.replaceAll(tag, '');
}

function plain(html: string): string {
  const unescaped: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html.replace(/<[^>]*>/g, '').replace(/&([^;]+);/g, (_, name: string) => unescaped[name] ?? '');
}
