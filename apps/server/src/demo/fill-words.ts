import { checkText } from '@roost/text';
import { CAST, type CastMember, type Site, siteTag } from './cast.js';
import type { Chance } from './random.js';
import type { Topic } from './topic.js';

const SITES: readonly Site[] = ['Lille', 'Lyon', 'Leeds', 'Antwerp', 'Ghent'];
const FRENCH_SITES: Record<Site, string> = { Lille: 'Lille', Lyon: 'Lyon', Leeds: 'Leeds', Antwerp: 'Anvers', Ghent: 'Gand' };
const TOWNS = ['Antwerp', 'Ghent', 'Lille', 'Lyon', 'Leeds', 'Hull', 'Calais', 'Liège', 'Reims', 'Dijon', 'Bradford', 'Bruges'];
const VILLES = ['Anvers', 'Gand', 'Lille', 'Lyon', 'Leeds', 'Calais', 'Liège', 'Reims', 'Dijon', 'Valence', 'Mâcon', 'Bruges'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const CARRIERS = ['Norvik Freight', 'Trans Delta', 'Belloc', 'Harrow & Lane', 'Quaysons', 'Van Aerde'];
const PAGES: Record<Topic, readonly string[]> = {
  dock: ['docks/swap-plan', 'docks/slots'],
  transport: ['fleet/plan', 'fleet/routes'],
  cold: ['cold-chain/curtains', 'cold-chain/calibration'],
  it: ['cutover/runbook', 'it/labels'],
  finance: ['finance/close', 'finance/costs'],
  people: ['people/town-hall', 'people/courses'],
  quality: ['safety/one-pager', 'safety/near-misses'],
  customer: ['cutover/faq', 'care/answers'],
  social: ['people/clubs'],
  it_status: ['it/status', 'cutover/runbook'],
  safety: ['safety/one-pager', 'safety/drills'],
  people_team: ['people/town-hall', 'people/health'],
};
/** What a person may mention in passing. */
const PEOPLE = CAST.filter((member) => member.kind === 'person');

type Filler = (chance: Chance, author: CastMember, topic: Topic) => string;

const clock = (chance: Chance): [string, string] => [String(chance.between(6, 19)), chance.pick(['00', '15', '20', '30', '45'])];
const decimal = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;
const dock: Filler = (chance) => String(chance.between(1, 14));
const few: Filler = (chance) => String(chance.between(2, 9));
const hundreds: Filler = (chance) => String(chance.between(120, 980));

const FILLERS: Record<string, Filler> = {
  dock,
  dock2: dock,
  n: few,
  n2: few,
  nn: (chance) => String(chance.between(11, 64)),
  nnn: hundreds,
  nnn2: hundreds,
  k: (chance) => `${chance.between(11, 88)},${chance.between(1, 9)}00`,
  milliers: (chance) => `${chance.between(11, 88)}\u202f${chance.between(1, 9)}00`,
  min: (chance) => String(chance.between(5, 55)),
  temp: (chance) => `${decimal(chance.between(12, 58))} °C`,
  degres: (chance) => `${decimal(chance.between(12, 58)).replace('.', ',')} °C`,
  pct: (chance, author) => (author.language === 'fr' ? `${chance.between(91, 99)} %` : `${decimal(chance.between(912, 996))}%`),
  time: (chance) => clock(chance).join(':').padStart(5, '0'),
  heure: (chance) => clock(chance).join(' h ').replace(/ 00$/, ''),
  day: (chance) => chance.pick(DAYS),
  jour: (chance) => chance.pick(JOURS),
  town: (chance) => chance.pick(TOWNS),
  ville: (chance) => chance.pick(VILLES),
  carrier: (chance) => chance.pick(CARRIERS),
  ticket: (chance) => String(chance.between(47_200, 48_990)),
  lorry: (chance) => `HV ${chance.between(112, 987)}`,
  eur: (chance) => `${decimal(chance.between(14, 97))}0 €`,
  fuel: (chance) => `1.${chance.between(42, 79)} €`,
  carburant: (chance) => `1,${chance.between(42, 79)} €`,
  gate: (chance) => chance.pick(['A', 'B', 'C']),
  room: (chance) => `${chance.pick(['A', 'B', 'C'])}${chance.between(101, 318)}`,
  ext: (chance) => String(chance.between(4101, 4390)),
  link: (chance, _author, topic) => `https://wiki.halvane.example/${chance.pick(PAGES[topic])}`,
  site: (_chance, author) => siteTag(author.site),
  depot: (_chance, author) => (author.language === 'fr' ? FRENCH_SITES[author.site] : author.site),
  other: (chance, author) => {
    const site = chance.pick(SITES.filter((other) => other !== author.site));
    return author.language === 'fr' ? FRENCH_SITES[site] : site;
  },
  who: (chance, author) => `@${chance.pick(PEOPLE.filter((other) => other.handle !== author.handle)).handle}`,
};

/** Fills the words in braces. @returns null when the result would not fit into a post */
export function fillWords(pattern: string, chance: Chance, author: CastMember, topic: Topic): string | null {
  const text = pattern.replace(/\{(\w+)\}/g, (_all, word: string) => {
    const filler = FILLERS[word];
    if (!filler) throw new Error(`no word for {${word}} in: ${pattern}`);
    return filler(chance, author, topic);
  });
  return checkText(text).code === 'ok' ? text : null;
}
