import { describe, expect, it } from '@jest/globals';
import {
  checkText,
  cleanDisplayName,
  displayLink,
  handleProblem,
  measure,
  parseText,
  skeleton,
  splitText,
  surplusStart,
  tagKey,
  toHtml,
} from './index.js';

const SIZE = 65_536;
/** Milliseconds of processor time, which other work on the machine does not use up. */
const LIMIT = 1000;

function fill(scrap: string, size = SIZE): string {
  return scrap
    .repeat(Math.ceil(size / scrap.length))
    .slice(0, size)
    .toWellFormed();
}

const floods: [string, string][] = [
  ...['#', '@', '＃', '`', '``a', '(', '.', ' ', '\n', '\r\n', 'a', 'é', '_', '\u0301', '\u200d', '\u202e', '👍🏽', '👩‍👩‍👧‍👦', '🇷🇪'],
  ...[
    'http://',
    'https://a',
    'http://a.',
    'http://a/(',
    'http://a/)',
    'http://a/!',
    'http://a.b ',
    'http://a-',
    'http://a:1',
    'http://日',
  ],
  ...[
    '#a',
    '#a ',
    '#é ',
    '@ab ',
    '@ab',
    '@a@b',
    'a·',
    '#a·',
    '@ann@corp.example',
    '1 ',
    'a. ',
    'x, ',
    '日本。',
    'rn',
    '<&>',
    '\ud800',
  ],
].map((scrap): [string, string] => [JSON.stringify(scrap), fill(scrap)]);
const trailing: [string, string][] = [
  ['an address and dots', `http://a/${fill('.')}`],
  ['an address and open brackets', `http://a/${fill('([{')}`],
  ['an address before a late @', `http://${fill('a')}@`],
  ['a host of hyphens', `http://a${fill('-')}`],
  ['a backtick before a long line', `\`${fill('a')}`],
  ['a tower of marks', `#a${fill('\u0334')}`],
];

describe('64 KB meant to hurt', () => {
  // What is quadratic takes many seconds here; what is linear, milliseconds, and splitting into a thousand posts up to 200.
  it.each([...floods, ...trailing])('%s is read in linear time', (_, text) => {
    const parsed = parseText(text, { domain: 'corp.example' });
    const readers: (() => unknown)[] = [
      () => parseText(text, { domain: 'corp.example' }),
      () => checkText(text, { spoiler: text }),
      () => surplusStart(text),
      () => splitText(text),
      () => toHtml(parsed, { mention: () => undefined, tagUrl: () => '/' }),
      () => tagKey(text),
      () => skeleton(text),
      () => cleanDisplayName(text),
      () => handleProblem(text),
      () => displayLink(text),
    ];
    for (const run of readers) expect(bestTime(run)).toBeLessThan(LIMIT);
  });
});

describe('hostile characters', () => {
  it.each([
    ['a family', '👩🏽‍❤️‍💋‍👩🏿', 1],
    ['ten flags', '🇷🇪'.repeat(10), 10],
    ['half a flag', '🇷', 1],
    ['lone surrogates', '\ud800\ud800\udc00\udc00', 3],
    ['an override around a mention', '\u202e@ann\u202c', 6],
    ['a joiner alone', '\u200d', 1],
    ['a variation selector alone', '\ufe0f', 1],
  ])('%s is counted and cut safely', (_, text, length) => {
    expect(measure(text)).toBe(length);
    expect(splitText(text.repeat(150)).every((part) => part.isWellFormed() && measure(part) <= 140)).toBe(true);
  });

  it('reads a mention in an override, for the client to isolate', () => {
    expect(parseText('\u202e@ann\u202c').entities).toMatchObject([{ type: 'mention', handle: 'ann' }]);
  });

  it('refuses zalgo', () => {
    expect(checkText([...'zalgo'].map((letter) => letter + '\u0336\u0489\u035f'.repeat(6)).join('')).code).toBe(
      'grapheme_too_long',
    );
  });
});

/** Processor time of one run, or of the best of three. */
function bestTime(run: () => unknown): number {
  let best = Infinity;
  for (let attempt = 0; attempt < 3 && best >= LIMIT; attempt += 1) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
