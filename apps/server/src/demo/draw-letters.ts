/**
 * Letters as strokes in a box ten high: a machine without fonts draws these pictures too.
 * Each has its width and its path.
 */
const GLYPHS: Record<string, readonly [width: number, path: string]> = {
  A: [8, 'M0 10 4 0 8 10M1.4 6.6H6.6'],
  B: [7, 'M1 0V10H4.2A2.6 2.6 0 0 0 4.2 4.8H1M1 0H3.8A2.4 2.4 0 0 1 3.8 4.8'],
  C: [8, 'M7.4 1.8A4.2 5 0 1 0 7.4 8.2'],
  D: [8, 'M1 0V10H3A5 5 0 0 0 3 0Z'],
  E: [7, 'M6.6 0H1V10H6.6M1 5H5.8'],
  F: [7, 'M6.6 0H1V10M1 5H5.8'],
  G: [8, 'M7.2 1.8A4.2 5 0 1 0 7.4 7.4V5.4H4.8'],
  H: [8, 'M1 0V10M7 0V10M1 5H7'],
  I: [2, 'M1 0V10'],
  J: [6, 'M5 0V7A2.4 2.8 0 0 1 .4 8'],
  K: [7, 'M1 0V10M6.8 0 1 6M3 4.2 7 10'],
  L: [6.4, 'M1 0V10H6.2'],
  M: [10, 'M1 10V0L5 7 9 0V10'],
  N: [8, 'M1 10V0L7 10V0'],
  O: [9, 'M4.5 0A4 5 0 1 0 4.5 10A4 5 0 1 0 4.5 0Z'],
  P: [7, 'M1 10V0H4A2.8 2.8 0 0 1 4 5.6H1'],
  Q: [9, 'M4.5 0A4 5 0 1 0 4.5 10A4 5 0 1 0 4.5 0ZM5.6 7.4 8 10.4'],
  R: [7.4, 'M1 10V0H4A2.8 2.8 0 0 1 4 5.6H1M4 5.6 7.2 10'],
  S: [7.6, 'M6.6 1.6C5.8.4 4.8 0 3.8 0C2.2 0 1 .9 1 2.5C1 6 7 4 7 7.4C7 9 5.6 10 3.9 10C2.6 10 1.4 9.4.7 8.2'],
  T: [7.6, 'M0 0H7.6M3.8 0V10'],
  U: [8, 'M1 0V6.6A3 3.4 0 0 0 7 6.6V0'],
  V: [8, 'M0 0 4 10 8 0'],
  W: [11.2, 'M0 0 2.8 10 5.6 2 8.4 10 11.2 0'],
  X: [7.4, 'M.5 0 7 10M7 0 .5 10'],
  Y: [7.6, 'M0 0 3.8 5 7.6 0M3.8 5V10'],
  Z: [7.4, 'M.6 0H7L.6 10H7.2'],
  0: [8, 'M4 0A3.2 5 0 1 0 4 10A3.2 5 0 1 0 4 0Z'],
  1: [6, 'M1.4 2 4 0V10'],
  2: [8, 'M1 2.6C1.2 1 2.4 0 4 0S6.8 1 6.8 2.8C6.8 5 3.4 6.8 1 10H7'],
  3: [8, 'M1.2 0H6.6L3.6 4A3 3 0 1 1 .9 8.2'],
  4: [8, 'M5.4 10V0L.8 7H7.4'],
  5: [8, 'M6.4 0H1.8L1.4 4.4C3.6 3.2 7 4 7 6.8C7 9 5.4 10 3.8 10C2.6 10 1.6 9.5.9 8.4'],
  6: [8, 'M6 .4C3 .6 1 3.6 1 6.8A3 3.2 0 1 0 4 3.8C2.6 3.8 1.4 4.8 1 6.6'],
  7: [8, 'M.8 0H7L3 10'],
  8: [8, 'M4 4.6A2.4 2.3 0 1 1 4 0A2.4 2.3 0 1 1 4 4.6M4 4.6A3 2.7 0 1 0 4 10A3 2.7 0 1 0 4 4.6'],
  9: [8, 'M2 9.6C5 9.4 7 6.4 7 3.2A3 3.2 0 1 0 4 6.2C5.4 6.2 6.6 5.2 7 3.4'],
  '°': [4, 'M2 0A1.5 1.5 0 1 0 2 3A1.5 1.5 0 1 0 2 0Z'],
  '%': [8.4, 'M7 0 1.4 10M2 0A1.5 1.9 0 1 0 2 3.8A1.5 1.9 0 1 0 2 0ZM6.4 6.2A1.5 1.9 0 1 0 6.4 10A1.5 1.9 0 1 0 6.4 6.2Z'],
  '.': [2, 'M1 9.8V10'],
  ',': [2, 'M1.2 9.6 .6 11.6'],
  ':': [2, 'M1 3.4V3.6M1 9.4V9.6'],
  '-': [5, 'M.5 5.4H4.5'],
  '/': [5, 'M0 11 4.6 -1'],
  É: [7, 'M6.6 0H1V10H6.6M1 5H5.8M3 -1.8 5 -3.4'],
  Û: [8, 'M1 0V6.6A3 3.4 0 0 0 7 6.6V0M2.4 -1.6 4 -3.2 5.6 -1.6'],
  ' ': [4, ''],
};
const GAP = 2.2;

export interface LetterStyle {
  /** Height of a capital. */
  size: number;
  colour: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
}

/** One line in capitals, its baseline at `y`. @returns SVG */
export function letters(text: string, x: number, y: number, { size, colour, anchor = 'start', bold }: LetterStyle): string {
  const scale = size / 10;
  let width = 0;
  const paths: string[] = [];
  for (const sign of text.toUpperCase()) {
    const glyph = GLYPHS[sign];
    if (!glyph) throw new Error(`no letter for ${sign} in: ${text}`);
    const [advance, path] = glyph;
    if (path !== '') paths.push(`<path transform="translate(${width.toFixed(2)} 0)" d="${path}"/>`);
    width += advance + GAP;
  }
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * (width - GAP) * scale;
  return `<g transform="translate(${(x - shift).toFixed(2)} ${(y - size).toFixed(2)}) scale(${scale})" fill="none" stroke="${colour}" stroke-width="${bold ? 1.9 : 1.35}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`;
}
