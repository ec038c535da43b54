import { CAST, type CastMember, GUESTS, OFFICIAL, siteTag } from './cast.js';
import { OPENING } from './opening.js';
import type { Chance } from './random.js';
import type { Rhythm } from './rhythm.js';
import type { Topic } from './topic.js';

export interface Relations {
  follows: { who: string; whom: string; at: number }[];
  tagFollows: { who: string; tag: string; at: number }[];
}

/** Tags by what people care about, as written. */
const TAGS: Partial<Record<Topic, readonly string[]>> = {
  dock: ['DockSwap', 'PeakPlan'],
  transport: ['Fleet', 'ElectricFleet'],
  cold: ['ColdChain', 'ChaîneDuFroid'],
  it: ['CutoverWeekend'],
  finance: ['QuarterClose'],
  people: ['TownHall', 'Réunion'],
  quality: ['SafetyFirst'],
  customer: ['Kudos'],
  social: ['Kudos', 'Bravo'],
};
const [LEAST, MOST] = [8, 25];
/** Who only answers in the opening scene: guests do not follow them, or their home would begin with answers. */
const ANSWERING = new Set(
  OPENING.flatMap(({ answers = [] }) => answers.map(({ who }) => who)).filter(
    (handle) => !OPENING.some(({ who }) => who === handle),
  ),
);

/** Who follows whom, and which tags: colleagues of one's site and trade first, everybody the official accounts. */
export function relate(chance: Chance, rhythm: Rhythm): Relations {
  const people = CAST.filter((member) => member.kind === 'person');
  const relations: Relations = { follows: [], tagFollows: [] };
  for (const member of people) {
    for (const whom of circle(member, people, chance)) {
      relations.follows.push({ who: member.handle, whom, at: rhythm.at(chance.next() ** 2 * 0.97) });
    }
    for (const tag of tagsOf(member, chance))
      relations.tagFollows.push({ who: member.handle, tag, at: rhythm.at(chance.next() * 0.6) });
  }
  return relations;
}

function circle(member: CastMember, people: CastMember[], chance: Chance): string[] {
  const guest = GUESTS.some((handle) => handle === member.handle);
  const size = guest ? MOST : chance.between(LEAST + OFFICIAL.length, MOST);
  // A guest's home begins with the scene that is on stage.
  const first = [...OFFICIAL.map(({ handle }) => handle), ...(guest ? OPENING.map(({ who }) => who) : [])];
  const others = guest ? people.filter(({ handle }) => !ANSWERING.has(handle)) : people;
  const near = others.filter((other) => isNear(member, other)).map(({ handle }) => handle);
  const far = others.map(({ handle }) => handle);
  const wanted = [...first, ...chance.some(near, Math.ceil(size * 0.7)), ...chance.some(far, size)];
  return [...new Set(wanted)].filter((handle) => handle !== member.handle).slice(0, size);
}

function isNear(a: CastMember, b: CastMember): boolean {
  return a.site === b.site || a.topics.some((topic) => b.topics.includes(topic));
}

function tagsOf(member: CastMember, chance: Chance): string[] {
  const own = member.topics.flatMap((topic) => TAGS[topic] ?? []);
  const extra = chance.some(Object.values(TAGS).flat(), chance.between(1, 2));
  // Written after its sign in the texts.
  return [...new Set([siteTag(member.site).slice(1), ...own, ...extra])].slice(0, 5);
}
