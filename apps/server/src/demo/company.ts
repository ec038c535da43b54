import { CAST, type CastMember } from './cast.js';
import { writeOpening, writePosts } from './conversation.js';
import type { DemoPost } from './demo-post.js';
import { Chance } from './random.js';
import { type Reactions, react } from './reactions.js';
import { type Relations, relate } from './relations.js';
import { Rhythm } from './rhythm.js';

export interface Company extends Relations, Reactions {
  people: readonly CastMember[];
  /** In the order of their moments. */
  posts: readonly DemoPost[];
}

const SEED = 1998;
const POSTS = 2000;

/** Everything that happened at Halvane in the thirty days before `now`. Only the moments depend on `now`. */
export function imagineCompany(now: number, seed = SEED): Company {
  const rhythm = new Rhythm(now);
  const chance = new Chance(seed);
  const relations = relate(chance, rhythm);
  const opening = writeOpening(rhythm);
  const posts = [...opening, ...writePosts(POSTS - opening.length, chance, rhythm)];
  const reactions = react(posts, relations, chance, rhythm);
  return { people: CAST, ...relations, ...reactions, posts: posts.sort((a, b) => a.at - b.at) };
}
