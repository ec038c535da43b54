import type { CastMember } from './cast.js';

const BACKDROPS = ['#e9dcc3', '#cfdfe6', '#d9d5ea', '#cfe3d6', '#f0dda8', '#ecd2ca', '#d3dbc0', '#e3c4ad'];
const CLOTHES = [
  '#24564c',
  '#6d5a2c',
  '#b0702a',
  '#3d5a4c',
  '#a0543b',
  '#424a6b',
  '#3b6a78',
  '#2f6f62',
  '#8a4f7d',
  '#35617a',
  '#7b3f3f',
  '#586b3c',
];
const SKIN = { light: '#f3d3bd', fair: '#f0c8a8', tan: '#e6b894', olive: '#c98f66', brown: '#9a6644', dark: '#6d4530' };
const HAIR = {
  black: '#231f20',
  dark: '#33262a',
  brown: '#4b3226',
  red: '#7a3f25',
  blond: '#c99a4a',
  grey: '#9a9790',
  white: '#d9d5cc',
};

/** Shapes of hair in a square of forty; those in `BEHIND` hang behind the shoulders too. */
const STYLES = {
  short: 'M12.6 15.2c-.6-5.6 2.8-8.6 7.4-8.6s8 3 7.4 8.6c-.9-3-1.9-4-3-4.4H15.6c-1.1.4-2.1 1.4-3 4.4z',
  side: 'M12.3 16.5c-1-6.4 2.6-10 7.8-10s8.6 3.6 7.6 10c-.8-3.6-2.3-5.3-3.6-5.7-2.4 1-6 1-8.3 0-1.4.5-2.7 2.2-3.5 5.7z',
  swept: 'M12.3 17c-1.4-6.8 2.4-10.7 7.9-10.7 5 0 8.4 3.2 7.7 10.3-.7-3-1.9-4.6-3.6-5.4-3.6 1.6-7 1.2-9.6 0-1.2 1.2-2 3-2.4 5.8z',
  bob: 'M20 6c-5.8 0-8.8 3.8-8.8 9.2 0 3.4-.2 6.2-.8 8.4 1.8 1 4 .8 4 .8V16l1.4-4.2c2.8 1.4 5.8 1.4 8.6 0l1.2 4.2v8.4s2.2.2 4-.8c-.6-2.2-.8-5-.8-8.4C28.8 9.8 25.8 6 20 6z',
  long: 'M12.6 15.6c0-5 2.6-8.4 7.4-8.4s7.4 3.4 7.4 8.4c-2.4-.6-4.6-2-5.8-4.4-1.8 2.6-5 4-9 4.4z',
  bun: 'M12.4 16.2c-.8-6 2.6-9.2 7.6-9.2s8.4 3.2 7.6 9.2c-.8-3.4-2.4-5-4-5.2-2.2.5-5 .5-7.2 0-1.6.2-3.2 1.8-4 5.2zM20 2a3.6 3.6 0 1 0 .01 0z',
  full: 'M20 3.6c-6.6 0-10.6 4.4-10.6 10 0 3 1 5.4 2.6 7l1-5 2-4.2h10l2 4.2 1 5c1.6-1.6 2.6-4 2.6-7 0-5.6-4-10-10.6-10z',
  curls:
    'M13.6 8.6a3.8 3.8 0 1 0 .01 0zM16 4.6a4 4 0 1 0 .01 0zM20.6 3a4.2 4.2 0 1 0 .01 0zM25 5.2a3.8 3.8 0 1 0 .01 0zM26.8 9.4a3.4 3.4 0 1 0 .01 0z',
  scarf:
    'M20 5.4c-6.2 0-9.6 4.4-9.6 10.4 0 6.2-.6 11.2-2.4 15 4 3.6 20 3.6 24 0-1.8-3.8-2.4-8.8-2.4-15 0-6-3.4-10.4-9.6-10.4zm0 5c3.8 0 5.8 2.8 5.8 6.6S23.8 24 20 24s-5.8-3.2-5.8-7 2-6.6 5.8-6.6z',
  none: '',
};
const BEHIND: Partial<Record<keyof typeof STYLES, string>> = {
  long: 'M20 5.8c-6 0-8.9 4-8.9 9.6 0 5-.6 9.8-2 12.8 3 1.6 5.8 1 5.8 1V16l1-4.4c2.4 1.4 6.6 1.6 9 .2l.6 4.2v13.2s2.8.6 5.6-1c-1.5-3-2.2-7.8-2.2-12.8 0-5.6-2.9-9.6-8.9-9.6z',
};
const BEARD =
  'M13.2 17.2c.2 5.4 2.6 8.6 6.8 8.6s6.6-3.2 6.8-8.6c-.8 2.2-1.8 3-3.6 3-1.3 0-2-.6-3.2-.6s-1.9.6-3.2.6c-1.8 0-2.8-.8-3.6-3z';
const GLASSES =
  '<g fill="none" stroke="#2b3a38" stroke-width="1.1"><circle cx="17" cy="16.6" r="2.3"/><circle cx="23" cy="16.6" r="2.3"/><path d="M19.3 16.3h1.4"/></g>';

type Look = [skin: keyof typeof SKIN, hair: keyof typeof HAIR, style: keyof typeof STYLES, extra?: 'beard' | 'glasses'];

const LOOKS: Record<string, Look> = {
  amina: ['brown', 'dark', 'scarf'],
  kwame: ['dark', 'black', 'short', 'beard'],
  priya: ['olive', 'black', 'long'],
  chloe: ['light', 'red', 'bob'],
  jonas: ['light', 'blond', 'side', 'glasses'],
  ingrid: ['fair', 'blond', 'bun'],
  mateus: ['tan', 'brown', 'swept', 'beard'],
  hana: ['fair', 'black', 'bob', 'glasses'],
  tom: ['light', 'grey', 'short'],
  owen: ['light', 'brown', 'short'],
  nadia: ['olive', 'brown', 'curls'],
  rosa: ['olive', 'dark', 'curls'],
  sven: ['fair', 'white', 'swept', 'glasses'],
  grace: ['dark', 'black', 'full'],
  lea: ['light', 'brown', 'long'],
  marion: ['fair', 'brown', 'bun', 'glasses'],
  daniel: ['tan', 'red', 'none', 'beard'],
  yusuf: ['tan', 'dark', 'side', 'beard'],
  elise: ['light', 'blond', 'bob'],
  pieter: ['fair', 'blond', 'swept', 'beard'],
  anke: ['fair', 'grey', 'bob', 'glasses'],
  luc: ['dark', 'black', 'none', 'beard'],
  sophie: ['light', 'dark', 'bun'],
  karim: ['olive', 'black', 'side'],
  beth: ['light', 'red', 'curls'],
  ruben: ['fair', 'brown', 'side', 'glasses'],
  camille: ['fair', 'blond', 'long'],
  aisha: ['brown', 'black', 'scarf'],
  thomas: ['light', 'grey', 'swept'],
  mieke: ['light', 'white', 'bob'],
  oskar: ['fair', 'blond', 'none', 'beard'],
  ines: ['tan', 'black', 'curls'],
  graham: ['light', 'white', 'short', 'beard'],
  wout: ['fair', 'red', 'short', 'glasses'],
  julie: ['fair', 'red', 'long'],
  samir: ['olive', 'dark', 'swept'],
  fiona: ['light', 'blond', 'bun', 'glasses'],
  hugo: ['tan', 'brown', 'side', 'beard'],
  nele: ['fair', 'brown', 'full'],
  victor: ['tan', 'grey', 'side', 'glasses'],
};

/** Signs of the official accounts, on the colour of each. */
const SIGNS: Record<string, readonly [colour: string, path: string]> = {
  it_status: ['#3a4e86', 'M3.6 4.2h12.8v5H3.6zM3.6 10.8h12.8v5H3.6zM6.2 6.7v.1M6.2 13.3v.1M9 6.7h4.6M9 13.3h4.6'],
  halvane_safety: ['#9a3b22', 'M10 2.8 16 5v4.6c0 3.6-2.4 6.2-6 7.6-3.6-1.4-6-4-6-7.6V5zM7.4 9.9l1.9 1.9 3.4-3.6'],
  people_team: [
    '#7a4d82',
    'M2.4 16c.6-2.7 2.6-4.1 5-4.1s4.4 1.4 5 4.1M13 4.3a3 3 0 0 1 0 5.5M14.6 12.2c1.6.6 2.6 1.9 3 3.8M7.4 4.1a2.9 2.9 0 1 0 .01 0z',
  ],
};

/** A drawn face, or the sign of an official account. @returns a square SVG */
export function drawPortrait(member: CastMember, place: number): string {
  const sign = SIGNS[member.handle];
  const inside = sign
    ? `<rect width="40" height="40" fill="${sign[0]}"/><path transform="translate(9.5 9.5) scale(1.05)" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" d="${sign[1]}"/>`
    : face(LOOKS[member.handle] ?? ['tan', 'brown', 'short'], place);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 40 40">${inside}</svg>`;
}

function face([skinName, hairName, style, extra]: Look, place: number): string {
  const [skin, hair] = [SKIN[skinName], HAIR[hairName]];
  const scarf = style === 'scarf';
  const paint = (path: string | undefined, colour: string) =>
    path ? `<path fill="${colour}" fill-rule="${scarf ? 'evenodd' : 'nonzero'}" d="${path}"/>` : '';
  return [
    `<rect width="40" height="40" fill="${BACKDROPS[place % BACKDROPS.length] ?? ''}"/>`,
    paint(BEHIND[style], hair),
    paint('M6 42c.6-8.6 5.8-12.4 14-12.4S33.4 33.4 34 42z', CLOTHES[(place * 5) % CLOTHES.length] ?? ''),
    paint('M16.4 22h7.2v7.4c0 2-1.6 3.2-3.6 3.2s-3.6-1.2-3.6-3.2z', skin),
    '<path fill="#000" opacity=".1" d="M16.4 24.6c2.2 1.8 5 1.8 7.2 0v1.6c-2.2 1.7-5 1.7-7.2 0z"/>',
    scarf
      ? `<ellipse cx="20" cy="17" rx="6.2" ry="7.4" fill="${skin}"/>`
      : `<ellipse cx="20" cy="16.8" rx="7" ry="8.4" fill="${skin}"/>`,
    extra === 'beard' ? paint(BEARD, hair) : '',
    extra === 'glasses' ? GLASSES : '',
    paint(STYLES[style], scarf ? (place % 2 === 0 ? '#2f6f62' : '#8a4f7d') : hair),
  ].join('');
}
