import { describe, expect, it } from '@jest/globals';
import { checkText, measure, surplusStart } from './index.js';

const FAMILY = '👩🏽‍❤️‍💋‍👩🏿';
const LINK = 'https://a.example/with/a/rather/long/path/that/goes/on';

describe('measure', () => {
  it.each([
    ['', 0],
    ['  abc \n', 3],
    ['a\r\nb', 3],
    ['été', 3],
    ['e\u0301te\u0301', 3],
    [FAMILY, 1],
    ['🇷🇪🇫🇷', 2],
    ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 1],
    ['각', 1],
    ['@ann and #tag', 13],
    [LINK, 23],
    ['http://a.b', 23],
    [`${LINK} ${LINK}!`, 48],
    [`(${LINK})`, 25],
    ['example.com', 11],
    ['\ud800', 1],
  ])('counts %j as %d', (text, length) => {
    expect(measure(text)).toBe(length);
  });

  it('counts by code points what lies beyond the bound, where nothing is accepted anyway', () => {
    expect(measure('é👍🏽'.repeat(1000))).toBeGreaterThan(1333 + 999);
  });
});

describe('checkText', () => {
  it('accepts 140 perceived characters', () => {
    expect(checkText('é'.repeat(140))).toEqual({ code: 'ok', length: 140 });
    expect(checkText(FAMILY.repeat(140))).toEqual({ code: 'ok', length: 140 });
    expect(checkText('x'.repeat(116) + ` ${LINK}`)).toEqual({ code: 'ok', length: 140 });
  });

  it('says by how much a text is too long', () => {
    expect(checkText('é'.repeat(143))).toEqual({ code: 'too_long', length: 143, limit: 140, over: 3 });
  });

  it('counts the content warning too, as it is written', () => {
    expect(checkText('x'.repeat(100), { spoiler: 'é'.repeat(40) })).toEqual({ code: 'ok', length: 140 });
    expect(checkText('x'.repeat(100), { spoiler: ` ${'é'.repeat(41)} ` })).toMatchObject({ code: 'too_long', over: 1 });
    expect(checkText('x', { spoiler: 'http://a.b' })).toEqual({ code: 'ok', length: 11 });
  });

  it('refuses more than 2,000 code points, however few characters or links they make', () => {
    expect(checkText(`http://a.example/${'a'.repeat(1983)}`)).toEqual({ code: 'ok', length: 23 });
    expect(checkText(`http://a.example/${'a'.repeat(1984)}`)).toEqual({
      code: 'too_many_code_points',
      codePoints: 2001,
      limit: 2000,
    });
    expect(checkText('x', { spoiler: 'x'.repeat(2000) })).toMatchObject({ code: 'too_many_code_points', codePoints: 2001 });
  });

  it('refuses towers of marks, in the text and in its warning', () => {
    expect(checkText(`x${'\u0334'.repeat(15)}`)).toEqual({ code: 'ok', length: 1 });
    expect(checkText(`x${'\u0334'.repeat(16)}`)).toEqual({ code: 'grapheme_too_long', limit: 16 });
    expect(checkText('x', { spoiler: `x${'\u0334'.repeat(16)}` })).toEqual({ code: 'grapheme_too_long', limit: 16 });
  });

  it('finds a text blank whatever its warning says', () => {
    expect(checkText(' \n')).toEqual({ code: 'blank' });
    expect(checkText('\u200b', { spoiler: 'careful' })).toEqual({ code: 'blank' });
  });
});

describe('surplusStart', () => {
  it('gives nothing while the text fits', () => {
    expect(surplusStart(` ${'x'.repeat(140)} `)).toBeUndefined();
  });

  it.each([
    ['after 140 characters', 'x'.repeat(150), 140],
    ['after leading blanks too', `  ${'x'.repeat(150)}`, 142],
    ['in UTF-16, whole emoji together', '👍🏽'.repeat(141), 560],
    ['in the text as typed, not as composed', 'e\u0301'.repeat(141), 280],
    ['in the text as typed, behind blanks', `  ${'e\u0301'.repeat(141)}`, 282],
    ['at the link that does not fit', `${'x'.repeat(119)} ${LINK}`, 120],
    ['after a link that fits', `${LINK} ${'x'.repeat(117)}`, LINK.length + 117],
    ['behind typed line breaks', `a\r\n${'x'.repeat(140)}`, 141],
  ])('stands %s', (_, text, offset) => {
    expect(surplusStart(text)).toBe(offset);
  });

  it('leaves room for the content warning', () => {
    expect(surplusStart('x'.repeat(100), { spoiler: 'y'.repeat(50) })).toBe(90);
    expect(surplusStart('x', { spoiler: 'y'.repeat(150) })).toBe(0);
  });
});
