import type { Described } from './charts.js';
import { letters } from './draw-letters.js';

const [WIDTH, HEIGHT] = [960, 600];

function scene(body: string, [top, bottom]: [string, string]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>${body}</svg>`;
}

function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_none, index) => draw(index)).join('');
}

/** Doors of a hall, each with its lamp. */
function hall(wall: string, door: string, lamp: string): string {
  const doors = repeat(
    6,
    (index) =>
      `<rect x="${70 + index * 145}" y="330" width="96" height="120" rx="4" fill="${door}"/><circle cx="${118 + index * 145}" cy="306" r="8" fill="${lamp}"/>`,
  );
  return `<path d="M20 270 480 215 940 270V450H20Z" fill="${wall}"/>${doors}<rect y="450" width="960" height="150" fill="#00000033"/>`;
}

function lorry(x: number, y: number, body: string, cab: string): string {
  return `<g transform="translate(${x} ${y})"><rect width="330" height="130" rx="10" fill="${body}"/><path d="M338 40H420L452 88V130H338Z" fill="${cab}"/><path d="M352 52H412L434 88H352Z" fill="#e6f1f4"/>${[60, 130, 380].map((cx) => `<circle cx="${cx}" cy="136" r="26" fill="#26302e"/><circle cx="${cx}" cy="136" r="11" fill="#b9c0bd"/>`).join('')}</g>`;
}

/** A row of dock doors seen from above, each with its number and the cold it is kept at. */
function dockPlan(): string {
  const [chilled, frozen, ambient] = ['#8fc1c9', '#5677a8', '#dfb066'];
  const docks = [chilled, chilled, frozen, frozen, ambient, ambient];
  const names = ['chilled', 'frozen', 'ambient'];
  return scene(
    docks
      .map(
        (colour, index) =>
          `<rect x="${54 + index * 144}" y="150" width="124" height="250" rx="14" fill="${colour}"/>${letters(String(index + 1), 116 + index * 144, 310, { size: 64, colour: '#ffffff', anchor: 'middle', bold: true })}`,
      )
      .join('') +
      names
        .map((name, index) =>
          letters(name, 188 + index * 288, 460, { size: 24, colour: '#14302c', anchor: 'middle', bold: true }),
        )
        .join('') +
      letters('Saturday, docks 1 to 6', 54, 100, { size: 26, colour: '#14302c', bold: true }),
    ['#fffdf9', '#f4efe4'],
  );
}

/** Pictures that were not taken, since nobody was there: drawn ones. */
export const SCENES: Record<string, Described<string>> = {
  sunrise: {
    description: 'Drawing: the sun rises behind a warehouse with six dock doors, all lamps green.',
    of: scene(
      `<circle cx="480" cy="240" r="120" fill="#ffd98a"/><circle cx="480" cy="240" r="170" fill="#ffd98a" opacity=".35"/>${hall('#41545e', '#2b3a42', '#6fd38a')}`,
      ['#f2a65e', '#fbe3bf'],
    ),
  },
  'dock-plan': {
    description: 'Plan of docks 1 to 6 on Saturday: 1 and 2 chilled, 3 and 4 frozen, 5 and 6 ambient.',
    of: dockPlan(),
  },
  lorry: {
    description: 'A child’s drawing of a green lorry with a smile, under a big sun, on a wavy road.',
    of: scene(
      `<circle cx="820" cy="120" r="62" fill="#f5c542"/>${repeat(10, (index) => `<path transform="rotate(${index * 36} 820 120)" d="M820 40V8" stroke="#f5c542" stroke-width="10" stroke-linecap="round"/>`)}<path d="M0 500C160 470 320 530 480 500S800 470 960 500V600H0Z" fill="#b9a183"/>${lorry(210, 330, '#2f8f5b', '#e5734a')}<path d="M300 410Q370 460 440 410" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round"/><circle cx="320" cy="380" r="10" fill="#fff"/><circle cx="420" cy="380" r="10" fill="#fff"/>`,
      ['#cfe9f7', '#f6fbf2'],
    ),
  },
  hedgehog: {
    description: 'Drawing: a hedgehog walks past the kerb of gate A.',
    of: scene(
      `<rect y="430" width="960" height="170" fill="#8f9a94"/><rect y="420" width="960" height="18" fill="#e8e2d4"/><path d="M330 430C330 300 440 230 560 240C670 250 730 340 735 430Z" fill="#6b5140"/>${repeat(16, (index) => `<path transform="rotate(${-78 + index * 9.6} 540 430)" d="M540 250V190" stroke="#4c392c" stroke-width="13" stroke-linecap="round"/>`)}<path d="M690 430C690 370 740 345 790 385L838 412C846 420 842 430 830 430Z" fill="#d9b996"/><circle cx="764" cy="394" r="8" fill="#231f20"/><circle cx="838" cy="416" r="10" fill="#231f20"/><path d="M430 430V452M500 430V452M620 430V452M690 430V452" stroke="#4c392c" stroke-width="16" stroke-linecap="round"/>`,
      ['#dfeadf', '#f4f1e6'],
    ),
  },
  tidy: {
    description: 'Dessin : une allée vide entre deux hauts rayonnages, le sol propre et brillant.',
    of: scene(
      `<path d="M0 600 400 300H560L960 600Z" fill="#cfd6d2"/>${repeat(5, (index) => `<path d="M0 ${40 + index * 110} 400 ${210 + index * 22}M960 ${40 + index * 110} 560 ${210 + index * 22}" stroke="#e07b39" stroke-width="10"/>`)}${repeat(4, (index) => `<path d="M${index * 110} 0V${600 - index * 82}M${960 - index * 110} 0V${600 - index * 82}" stroke="#35617a" stroke-width="14"/>`)}<path d="M480 300V600" stroke="#f5c542" stroke-width="10" stroke-dasharray="40 26"/>`,
      ['#eef2f0', '#f9f7f0'],
    ),
  },
  mountains: {
    description: 'Dessin : la route file vers des montagnes bleues, soleil bas à droite.',
    of: scene(
      `<circle cx="760" cy="230" r="58" fill="#fff2c9"/><path d="M0 420 190 230 330 350 520 180 720 370 840 290 960 400V600H0Z" fill="#7f9bb3"/><path d="M520 180 470 226 500 222 524 246 556 214Z" fill="#fff"/><path d="M0 450C220 400 420 470 640 430S880 420 960 440V600H0Z" fill="#6f8f5a"/><path d="M380 600 470 440H496L640 600Z" fill="#4b5357"/><path d="M484 450 508 600" stroke="#fff" stroke-width="6" stroke-dasharray="22 20"/>`,
      ['#a9c8e4', '#fbe7cf'],
    ),
  },
  'yard-night': {
    description: 'Drawing: the yard at night, stars above a dark warehouse, one lorry parked.',
    of: scene(
      `${repeat(40, (index) => `<circle cx="${(index * 197) % 960}" cy="${(index * 83) % 220}" r="${1.5 + (index % 3)}" fill="#f4efd8"/>`)}<circle cx="790" cy="90" r="38" fill="#f4efd8"/>${hall('#232f3d', '#1a232e', '#f5c542')}${lorry(120, 420, '#31465c', '#9a3b22')}`,
      ['#0f1a2c', '#2b3d57'],
    ),
  },
  harbour: {
    description: 'Drawing: a quay with two cranes and a ship, still water, pale sky.',
    of: scene(
      `<rect y="400" width="960" height="200" fill="#9dbcc4"/>${[180, 420].map((x) => `<path d="M${x} 400V150H${x + 150}M${x + 60} 400V150M${x} 150 ${x + 60} 90 ${x + 150} 150M${x + 140} 150V230" fill="none" stroke="#c2572f" stroke-width="12"/>`).join('')}<path d="M560 400H930L890 470H600Z" fill="#2b3a42"/>${repeat(5, (index) => `<rect x="${600 + index * 58}" y="${350 - (index % 2) * 44}" width="54" height="${50 + (index % 2) * 44}" fill="${['#c9842e', '#35617a', '#2f6f62', '#9a3b22', '#586b3c'][index] ?? '#35617a'}"/>`)}<path d="M80 500H300M420 530H660M620 505H860" stroke="#ffffff88" stroke-width="6" stroke-linecap="round"/>`,
      ['#dfe9ec', '#f7f2e6'],
    ),
  },
  petanque: {
    description: 'Dessin : cinq boules de pétanque sur le sable, une seule touche le cochonnet.',
    of: scene(
      `${repeat(60, (index) => `<circle cx="${(index * 211) % 960}" cy="${(index * 127) % 600}" r="3" fill="#c7ad82"/>`)}<circle cx="500" cy="300" r="26" fill="#e5734a"/>${[
        [440, 350, 58],
        [250, 200, 54],
        [700, 190, 54],
        [760, 440, 60],
        [210, 470, 60],
      ]
        .map(
          ([cx = 0, cy = 0, r = 0]) =>
            `<ellipse cx="${cx + 14}" cy="${cy + r * 0.8}" rx="${r}" ry="${r * 0.3}" fill="#00000022"/><circle cx="${cx}" cy="${cy}" r="${r}" fill="#9aa5a8"/><circle cx="${cx - r * 0.3}" cy="${cy - r * 0.3}" r="${r * 0.3}" fill="#dfe6e8"/>`,
        )
        .join('')}`,
      ['#e6d3ad', '#d9c093'],
    ),
  },
};
