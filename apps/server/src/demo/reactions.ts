import { CAST } from './cast.js';
import type { DemoPost } from './demo-post.js';
import type { Chance } from './random.js';
import type { Relations } from './relations.js';
import type { Rhythm } from './rhythm.js';

/** Somebody did something with a post. */
export interface Reaction {
  who: string;
  post: DemoPost;
  at: number;
}

export interface Reactions {
  favourites: Reaction[];
  boosts: Reaction[];
  bookmarks: Reaction[];
  pins: Reaction[];
}

const MINUTE = 60_000;
const STAGE_MS = 115 * MINUTE;
const PEOPLE = CAST.filter(({ kind }) => kind === 'person').map(({ handle }) => handle);

/** Likes, boosts, bookmarks and pins; followers react before others. Never one's own post, and nothing on posts for followers only. */
export function react(posts: readonly DemoPost[], relations: Relations, chance: Chance, rhythm: Rhythm): Reactions {
  const followers = new Map<string, string[]>();
  for (const { who, whom } of relations.follows) followers.set(whom, [...(followers.get(whom) ?? []), who]);
  const reactions: Reactions = { favourites: [], boosts: [], bookmarks: [], pins: [] };
  const reaction = (who: string, post: DemoPost, wait: number): Reaction => {
    // What is on stage has its reactions at once, so that it stays in its order.
    const usual = rhythm.now - post.at < STAGE_MS ? 1 : wait;
    return { who, post, at: rhythm.after(post.at, (0.5 + chance.delay(usual)) * MINUTE, 0.1 + 0.85 * chance.next()) };
  };
  for (const post of posts) {
    if (post.visibility === 'private') continue;
    const near = followers.get(post.author) ?? [];
    const crowd = (count: number) => gather(near, count, post.author, chance);
    for (const who of crowd(post.likes)) reactions.favourites.push(reaction(who, post, 90));
    for (const who of crowd(post.boosts)) reactions.boosts.push(reaction(who, post, 120));
    if (chance.happens(0.05))
      for (const who of crowd(1 + Math.floor(chance.delay(1)))) reactions.bookmarks.push(reaction(who, post, 60));
  }
  return { ...reactions, pins: pinBest(posts, rhythm) };
}

function gather(near: readonly string[], count: number, author: string, chance: Chance): string[] {
  if (count === 0) return [];
  const crowd = [...chance.some(near, count), ...(count > 3 || near.length < count ? chance.some(PEOPLE, count) : [])];
  return [...new Set(crowd)].filter((handle) => handle !== author).slice(0, count);
}

/** Each official account and a few people keep their best-liked post on top of their profile. */
function pinBest(posts: readonly DemoPost[], rhythm: Rhythm): Reaction[] {
  return CAST.filter(({ kind }, index) => kind === 'official' || index % 5 === 0).flatMap(({ handle }) => {
    const own = posts.filter((post) => post.author === handle && post.answers === null && post.visibility === 'public');
    const [best] = own.sort((a, b) => b.likes - a.likes);
    return best ? [{ who: handle, post: best, at: rhythm.after(best.at, 600 * MINUTE, 0.9) }] : [];
  });
}
