import { CAST, type CastMember } from './cast.js';
import type { DemoPost } from './demo-post.js';
import { fillWords } from './fill-words.js';
import { OPENING, type SceneLine } from './opening.js';
import { PICTURED } from './pictured.js';
import type { Chance } from './random.js';
import type { Rhythm } from './rhythm.js';
import type { Topic } from './topic.js';
import { ENGLISH, ENGLISH_REPLIES } from './words-en.js';
import { FRENCH, FRENCH_REPLIES } from './words-fr.js';

const MINUTE = 60_000;
/** How often a post is answered, and an answer again. */
const ANSWERED = 0.42;
const CONTINUED = 0.5;
const MOST_ANSWERS = 6;
/** Times a new text is tried before one is said twice. */
const TRIES = 40;

const PEOPLE = CAST.filter((member) => member.kind === 'person');

/** The scene written by hand, with its answers. */
export function writeOpening(rhythm: Rhythm): DemoPost[] {
  return OPENING.flatMap((line) => enact(line, rhythm.now - line.minutes * MINUTE, null, rhythm));
}

function enact(line: SceneLine, at: number, answers: DemoPost | null, rhythm: Rhythm): DemoPost[] {
  const post: DemoPost = {
    author: line.who,
    text: line.text,
    language: line.language ?? 'en',
    visibility: 'public',
    at,
    answers,
    picture: line.picture ?? null,
    likes: line.likes ?? 0,
    boosts: line.boosts ?? 0,
  };
  const below = line.answers ?? [];
  return [
    post,
    ...below.flatMap((answer, index) =>
      enact(answer, rhythm.after(at, answer.minutes * MINUTE, 0.3 + (0.6 * (index + 1)) / below.length), post, rhythm),
    ),
  ];
}

/** So many posts and answers of thirty days, no text twice where words allow. */
export function writePosts(count: number, chance: Chance, rhythm: Rhythm): DemoPost[] {
  const writer = new Writer(chance);
  const posts: DemoPost[] = [];
  for (const { picture, who, text, language } of PICTURED) {
    posts.push({
      ...plain(who, text, language, rhythm.at(chance.next())),
      picture,
      likes: chance.between(6, 22),
      boosts: chance.between(0, 4),
    });
  }
  while (posts.length < count) {
    const author = chance.happens(0.06) ? chance.pick(CAST.filter(({ kind }) => kind === 'official')) : chance.pick(PEOPLE);
    const topic = chance.happens(0.75) ? (author.topics[0] ?? 'social') : chance.pick(author.topics);
    const root = writer.post(
      author,
      author.kind === 'person' && chance.happens(0.12) ? 'social' : topic,
      rhythm.at(chance.next()),
    );
    posts.push(root);
    if (root.visibility === 'private' || !chance.happens(ANSWERED)) continue;
    posts.push(...thread(root, topic, writer, chance, rhythm).slice(0, count - posts.length));
  }
  return posts;
}

/** Answers to a post and to each other, in their order. */
function thread(root: DemoPost, topic: Topic, writer: Writer, chance: Chance, rhythm: Rhythm): DemoPost[] {
  const posts = [root];
  do {
    const answered = chance.happens(0.6) ? root : chance.pick(posts);
    const others = PEOPLE.filter(({ handle }) => handle !== answered.author);
    const back = CAST.find(({ handle, kind }) => handle === root.author && kind === 'person');
    const author =
      back && answered.author !== root.author && chance.happens(0.6) ? back : chance.pick(colleagues(others, topic, chance));
    const at = rhythm.after(answered.at, (2 + chance.delay(50)) * MINUTE, 0.2 + 0.7 * chance.next());
    posts.push(writer.answer(author, topic, answered, at));
  } while (posts.length <= MOST_ANSWERS && chance.happens(CONTINUED));
  return posts.slice(1);
}

function colleagues(people: CastMember[], topic: Topic, chance: Chance): CastMember[] {
  const near = people.filter(({ topics }) => topics.includes(topic));
  return near.length > 0 && chance.happens(0.6) ? near : people;
}

class Writer {
  private readonly said = new Set<string>();

  constructor(private readonly chance: Chance) {}

  post(author: CastMember, topic: Topic, at: number): DemoPost {
    const french = FRENCH[topic];
    const speaksFrench = author.language === 'fr' && french !== undefined && this.chance.happens(0.85);
    const text = this.write(author, topic, speaksFrench ? french : ENGLISH[topic]);
    const official = author.kind === 'official';
    const post = plain(author.handle, text, speaksFrench || looksFrench(text) ? 'fr' : 'en', at);
    post.visibility = official || text.includes('@') ? 'public' : this.visibility();
    post.likes = Math.floor(this.chance.delay(official ? 9 : 1.9));
    post.boosts = this.chance.happens(official ? 0.7 : 0.12) ? 1 + Math.floor(this.chance.delay(official ? 2.5 : 0.8)) : 0;
    return post;
  }

  answer(author: CastMember, topic: Topic, answers: DemoPost, at: number): DemoPost {
    const french = author.language === 'fr' && (answers.language === 'fr' || this.chance.happens(0.4));
    const lines = french ? FRENCH_REPLIES : ENGLISH_REPLIES;
    const own = lines[topic];
    const text = this.write(author, topic, own && this.chance.happens(0.45) ? own : (lines.any ?? []));
    return { ...plain(author.handle, text, french ? 'fr' : 'en', at), answers, likes: Math.floor(this.chance.delay(0.9)) };
  }

  /** Short answers are said often, by everybody; other texts once. */
  private write(author: CastMember, topic: Topic, patterns: readonly string[]): string {
    let spare: string | null = null;
    for (let tries = 0; tries < TRIES; tries++) {
      const text = fillWords(this.chance.pick(patterns), this.chance, author, topic);
      if (text === null) continue;
      spare = text;
      if (this.said.has(text)) continue;
      this.said.add(text);
      return text;
    }
    if (spare === null) throw new Error(`none of these fits into a post: ${patterns.join(' | ')}`);
    return spare;
  }

  private visibility(): DemoPost['visibility'] {
    if (this.chance.happens(0.03)) return 'unlisted';
    return this.chance.happens(0.03) ? 'private' : 'public';
  }
}

function plain(author: string, text: string, language: 'en' | 'fr', at: number): DemoPost {
  return { author, text, language, visibility: 'public', at, answers: null, picture: null, likes: 0, boosts: 0 };
}

/** Official accounts speak both languages. */
function looksFrench(text: string): boolean {
  return /[éèêàç]| le | la | les /.test(text);
}
