import type { Topic } from './topic.js';

export type Site = 'Lille' | 'Lyon' | 'Leeds' | 'Antwerp' | 'Ghent';

/** Somebody at Halvane, a company that does not exist. */
export interface CastMember {
  handle: string;
  name: string;
  kind: 'person' | 'official';
  role: 'member' | 'moderator' | 'administrator';
  language: 'en' | 'fr';
  site: Site;
  note: string;
  fields: { name: string; value: string }[];
  /** What they write about, the most usual first. */
  topics: readonly Topic[];
}

type Row = [handle: string, name: string, site: Site, language: 'en' | 'fr', topics: string, note: string];

const ROWS: Row[] = [
  [
    'amina',
    'Amina Diallo',
    'Lille',
    'en',
    'dock transport',
    'Operations planning, Lille. Docks, slots and the art of the swap. EN, FR, a little Wolof.',
  ],
  [
    'kwame',
    'Kwame Osei',
    'Leeds',
    'en',
    'dock cold transport',
    'Fleet, Leeds. Nights by choice. If it has a seal, I have changed it.',
  ],
  ['priya', 'Priya Raman', 'Lille', 'en', 'it', 'Platform engineering. WMS 4, queues, label printers against my will.'],
  [
    'chloe',
    'Chloé Marchetti',
    'Lyon',
    'fr',
    'people social',
    'Communication, Lyon. Je relis tout deux fois, sauf mes propres messages.',
  ],
  ['jonas', 'Jonas Keller', 'Antwerp', 'en', 'it finance', 'Data. Counts rows so you do not have to. Ask for a chart, get two.'],
  ['ingrid', 'Ingrid Solheim', 'Ghent', 'en', 'quality cold', 'Quality and safety. Nine depots, one thermometer that I trust.'],
  ['mateus', 'Mateus Rocha', 'Leeds', 'en', 'it', 'IT service desk. Yes, I have tried turning it off. Extension 4040.'],
  ['hana', 'Hana Okabe', 'Antwerp', 'en', 'finance', 'Finance, Antwerp. Quarter close, accruals, and the good biscuits.'],
  [
    'tom',
    'Tom Whitcombe',
    'Leeds',
    'en',
    'dock people quality',
    'Site lead, Leeds. Twenty years of yards. My door is the one with the dog.',
  ],
  ['owen', 'Owen Pryce', 'Leeds', 'en', 'dock social', 'Dock crew, Leeds. Forklift, five-a-side, flapjack.'],
  [
    'nadia',
    'Nadia Benali',
    'Lyon',
    'fr',
    'transport',
    'Transport, Lyon Sud. Je connais toutes les aires entre Valence et Mâcon.',
  ],
  ['rosa', 'Rosa Delgado', 'Lille', 'en', 'customer', 'Customer care. I read the angry ones first. They are usually right.'],
  ['sven', 'Sven Lindqvist', 'Ghent', 'en', 'cold quality', 'Cold-chain lab. Probes, loggers, certificates. Coffee at 88 °C.'],
  ['grace', 'Grace Mbeki', 'Lille', 'en', 'it', 'Identity and access. Please do not lend your badge, not even to me.'],
  ['lea', 'Léa Fontaine', 'Lille', 'fr', 'people', 'Ressources humaines, Lille. Congés, contrats, et un bureau toujours ouvert.'],
  [
    'marion',
    'Marion Vasseur',
    'Lille',
    'fr',
    'dock quality',
    'Cheffe d’équipe matin, quais 1 à 6. Debout à 4 h, de bonne humeur à 7.',
  ],
  ['daniel', 'Daniel Hughes', 'Leeds', 'en', 'quality', 'Wardens, drills and the little green signs. First aider, site Leeds.'],
  ['yusuf', 'Yusuf Demir', 'Ghent', 'en', 'transport dock', 'Carrier desk, Ghent. Three phones, one chair.'],
  ['elise', 'Élise Garnier', 'Lyon', 'fr', 'cold quality', 'Métrologie, Lyon. Un dixième de degré, ce n’est pas rien.'],
  ['pieter', 'Pieter Claes', 'Antwerp', 'en', 'dock transport', 'Yard planning, Antwerp. Containers in, pallets out, bike home.'],
  [
    'anke',
    'Anke Verhoeven',
    'Antwerp',
    'en',
    'finance customer',
    'Billing. If the invoice is right, nobody writes. So: silence, please.',
  ],
  ['luc', 'Luc Baptiste', 'Lyon', 'fr', 'dock social', 'Cariste à Lyon Sud. Pétanque le jeudi, musique le reste du temps.'],
  ['sophie', 'Sophie Lambert', 'Lille', 'fr', 'finance', 'Contrôle de gestion. J’aime les tableaux qui tiennent sur un écran.'],
  ['karim', 'Karim Haddad', 'Lille', 'fr', 'it', 'Réseaux et téléphonie. Le câble bleu, c’est moi.'],
  [
    'beth',
    'Beth Calloway',
    'Leeds',
    'en',
    'customer people',
    'Customer care, Leeds. Returns, refunds, and reading between the lines.',
  ],
  ['ruben', 'Ruben De Wit', 'Ghent', 'en', 'it dock', 'Automation. The sorter has feelings. I have the log files.'],
  ['camille', 'Camille Roux', 'Lyon', 'fr', 'customer', 'Relation clients, Lyon. Une réponse avant midi, promis.'],
  ['aisha', 'Aisha Khan', 'Leeds', 'en', 'quality people', 'Training and induction. New here? Come and find me at gate A.'],
  ['thomas', 'Thomas Lefèvre', 'Lille', 'fr', 'transport', 'Affrètement nord. Je parle couramment péage.'],
  [
    'mieke',
    'Mieke Janssens',
    'Ghent',
    'en',
    'people social',
    'Works council, Ghent. Ask me what you would rather not ask your boss.',
  ],
  [
    'oskar',
    'Oskar Nowak',
    'Antwerp',
    'en',
    'cold dock',
    'Frozen aisles, Antwerp. I own four pairs of gloves and know where one is.',
  ],
  ['ines', 'Inès Morel', 'Lyon', 'fr', 'people', 'Formation et accueil, Lyon. Les nouveaux arrivent le lundi, le café aussi.'],
  ['graham', 'Graham Tate', 'Leeds', 'en', 'transport', 'Drivers’ manager. Forty-one lorries, forty-two opinions.'],
  ['wout', 'Wout Peeters', 'Antwerp', 'en', 'it', 'Warehouse systems. I speak barcode.'],
  [
    'julie',
    'Julie Perrin',
    'Lille',
    'fr',
    'customer finance',
    'Litiges et avoirs. Je réponds toujours, parfois avec un sourire.',
  ],
  ['samir', 'Samir Belkacem', 'Lyon', 'fr', 'it', 'Support de proximité, Lyon Sud. Imprimantes, casques, miracles.'],
  ['fiona', 'Fiona Baird', 'Leeds', 'en', 'finance', 'Purchasing. Every pallet, every pencil. PO number first, please.'],
  [
    'hugo',
    'Hugo Carlier',
    'Lille',
    'fr',
    'cold dock',
    'Chambre froide, équipe de nuit. Moins 22 au travail, plus 22 à la maison.',
  ],
  ['nele', 'Nele Maes', 'Ghent', 'en', 'quality', 'Packaging lab. We drop things on purpose.'],
  [
    'victor',
    'Victor Amaral',
    'Antwerp',
    'en',
    'people it',
    'Keeps this place tidy: Roost, groups, accounts. Write to me, I answer.',
  ],
];

const STAFF: Record<string, CastMember['role']> = { tom: 'moderator', mieke: 'moderator', victor: 'administrator' };
const SITE_TAGS: Record<Site, string> = {
  Lille: '#LilleDepot',
  Lyon: '#LyonSud',
  Leeds: '#LeedsDepot',
  Antwerp: '#AntwerpHub',
  Ghent: '#GhentDepot',
};

function person([handle, name, site, language, topics, note]: Row, index: number): CastMember {
  const fr = language === 'fr';
  return {
    handle,
    name,
    site,
    language,
    note,
    kind: 'person',
    role: STAFF[handle] ?? 'member',
    topics: topics.split(' ') as Topic[],
    fields: [
      { name: 'Site', value: `${site} ${SITE_TAGS[site]}` },
      { name: fr ? 'Poste' : 'Extension', value: `${4100 + index * 7}` },
      { name: fr ? 'Horaires' : 'Hours', value: hours(index, fr) },
    ],
  };
}

function hours(index: number, fr: boolean): string {
  const [from, to] = [
    [6, 14],
    [8, 17],
    [9, 18],
  ][index % 3] ?? [8, 17];
  return fr ? `${from} h à ${to} h` : `${String(from).padStart(2, '0')}:00 to ${to}:00`;
}

function official(handle: string, name: string, topic: Topic, note: string, page: string): CastMember {
  return {
    handle,
    name,
    note,
    kind: 'official',
    role: 'member',
    language: 'en',
    site: 'Lille',
    topics: [topic],
    fields: [{ name: 'Wiki', value: `https://wiki.halvane.example/${page}` }],
  };
}

export const OFFICIAL: readonly CastMember[] = [
  official(
    'it_status',
    'IT Status',
    'it_status',
    'Official, IT operations. What works, what does not, and when it will. Desk: extension 4040.',
    'it/status',
  ),
  official(
    'halvane_safety',
    'Halvane Safety',
    'safety',
    'Official, quality and safety. In an emergency call first, post later.',
    'safety',
  ),
  official(
    'people_team',
    'People Team',
    'people_team',
    'Official, human resources. Ressources humaines, en anglais et en français.',
    'people',
  ),
];

/** Everybody at Halvane, official accounts last. */
export const CAST: readonly CastMember[] = [...ROWS.map(person), ...OFFICIAL];

/** The accounts to try Roost with. */
export const GUESTS = ['amina', 'tom', 'victor'] as const;

export function siteTag(site: Site): string {
  return SITE_TAGS[site];
}
