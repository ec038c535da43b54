import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visibility } from '@roost/contracts';
import { newDatabase } from '@roost/test-kit';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { loadSettings } from '../../config/settings.js';
import { applicationOptions } from '../../platform/database/data-source.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/http/paging.js';
import { JournalBell } from '../../platform/journal/journal-bell.js';
import { canSee } from '../../posts/statuses/status.policy.js';
import { fillPage } from '../fill-page.js';
import { HomeRepository, type HomeRow } from './home.repository.js';
import { ListRepository } from './list.repository.js';

/** Five people, of whom number 1 reads. */
const PEOPLE = 5;
const READER = 1;
const person = fc.integer({ min: 1, max: PEOPLE });
const other = fc.integer({ min: 2, max: PEOPLE });
const visibility = fc.constantFrom<Visibility>('public', 'unlisted', 'private', 'direct');

const world = fc.record({
  follows: fc.uniqueArray(
    fc.record({
      target: other,
      boosts: fc.boolean(),
      languages: fc.constantFrom<string[] | null>(null, [], ['fr'], ['fr', 'en']),
    }),
    { selector: (follow) => follow.target, maxLength: 4, size: 'max' },
  ),
  blocks: fc.uniqueArray(other, { maxLength: 1 }),
  blockedBy: fc.uniqueArray(other, { maxLength: 1 }),
  mutes: fc.uniqueArray(other, { maxLength: 1 }),
  suspended: fc.uniqueArray(other, { maxLength: 1 }),
  tag: fc.boolean(),
  /** Of the members, only those who are followed, and the reader, get onto the list. */
  list: fc.record({
    policy: fc.constantFrom('followed', 'list', 'none'),
    exclusive: fc.boolean(),
    members: fc.uniqueArray(person, { maxLength: 4 }),
  }),
  posts: fc.array(
    fc.record({
      author: person,
      visibility,
      language: fc.constantFrom(null, 'fr', 'fr-CA', 'en', 'de'),
      tagged: fc.boolean(),
      mentioned: fc.boolean(),
      deleted: fc.constantFrom(false, false, false, true),
      /** How many posts back the one lies that is answered or boosted; 0 for none. */
      answers: fc.nat(4),
      boosts: fc.nat(6),
    }),
    { minLength: 1, maxLength: 30, size: 'max' },
  ),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

interface Post {
  id: number;
  author: number;
  visibility: Visibility;
  language: string | null;
  tagged: boolean;
  mentioned: boolean;
  deleted: boolean;
  answered: Post | null;
  boosted: Post | null;
}

/** Posts with their relations resolved. A boost has no text, so no tag and no language. */
function postsOf(made: World): Post[] {
  const posts: Post[] = [];
  for (const [index, input] of made.posts.entries()) {
    const boosted = input.boosts === 0 ? null : (posts[index - input.boosts] ?? null);
    const original =
      boosted !== null && boosted.boosted === null && !posts.some((one) => one.boosted === boosted) ? boosted : null;
    const answered = original !== null || input.answers === 0 ? null : (posts[index - input.answers] ?? null);
    posts.push({
      id: 1000 + index,
      author: input.author,
      visibility: input.visibility,
      language: original ? null : input.language,
      tagged: original === null && input.tagged,
      mentioned: input.mentioned,
      deleted: input.deleted,
      answered: answered?.boosted === null ? answered : null,
      boosted: original,
    });
  }
  return posts;
}

type Follow = World['follows'][number];

function followOf(made: World, id: number): Follow | undefined {
  return made.follows.find((one) => one.target === id);
}

function membersOf(made: World): number[] {
  return made.list.members.filter((id) => id === READER || followOf(made, id) !== undefined);
}

/** What a timeline shows of the posts that `belong` to it. */
function shown(made: World, posts: Post[], belongs: (post: Post) => boolean): number[] {
  const sees = (post: Post): boolean =>
    canSee(
      String(READER),
      {
        accountId: String(post.author),
        visibility: post.visibility,
        deleted: post.deleted,
        authorState: made.suspended.includes(post.author) ? 'suspended' : 'active',
      },
      {
        follows_author: followOf(made, post.author) !== undefined,
        mentioned: post.mentioned,
        blocked: made.blocks.includes(post.author) || made.blockedBy.includes(post.author),
      },
    ) && !made.mutes.includes(post.author);
  return posts
    .filter((post) => sees(post) && (post.boosted === null || sees(post.boosted)) && belongs(post))
    .map((post) => post.id)
    .reverse();
}

/** Whether somebody who follows the author that way wants the post. */
function wants(source: Follow, post: Post): boolean {
  if (post.boosted && !source.boosts) return false;
  const language = (post.boosted ?? post).language?.split('-')[0] ?? null;
  const spoken = source.languages ?? [];
  return spoken.length === 0 || language === null || spoken.includes(language);
}

/** The rules of home, said once more without SQL. */
function homeOf(made: World, posts: Post[]): number[] {
  return shown(made, posts, (post) => {
    if (post.author === READER) return true;
    if (made.list.exclusive && membersOf(made).includes(post.author)) return false;
    if (post.tagged && made.tag && post.visibility === 'public') return true;
    const source = followOf(made, post.author);
    if (!source || !wants(source, post)) return false;
    const to = post.answered?.author;
    return to === undefined || to === READER || followOf(made, to) !== undefined;
  });
}

/** The rules of a list. */
function listOf(made: World, posts: Post[]): number[] {
  const members = membersOf(made);
  return shown(made, posts, (post) => {
    if (!members.includes(post.author)) return false;
    const source = followOf(made, post.author);
    if (source && !wants(source, post)) return false;
    const to = post.answered?.author;
    if (to === undefined || to === READER || to === post.author) return true;
    if (made.list.policy === 'list') return members.includes(to);
    return made.list.policy === 'followed' && followOf(made, to) !== undefined;
  });
}

describe('home and lists', () => {
  let database: Database;
  let bell: JournalBell;
  let home: HomeRepository;
  let lists: ListRepository;
  let owner: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await newDatabase();
    drop = made.drop;
    const settings = loadSettings({ DATABASE_URL: made.appUrl });
    bell = new JournalBell(settings);
    database = new Database(await new DataSource(applicationOptions(settings)).initialize(), bell);
    owner = await new DataSource({ type: 'postgres', url: made.ownerUrl }).initialize();
    home = new HomeRepository(database);
    lists = new ListRepository(database);
    await owner.query(`insert into account (id, handle) select i, 'person' || i from generate_series(1, $1::int) i`, [PEOPLE]);
    await owner.query(`insert into tag (id, name, written) values (1, 'tag', 'tag')`);
  });
  afterAll(async () => {
    await bell.onApplicationShutdown();
    await database.dataSource.destroy();
    await owner.destroy();
    await drop();
  });

  async function build(made: World, posts: Post[]): Promise<void> {
    await owner.query(`truncate status, follow, block, mute, tag_follow, list cascade; update account set state = 'active'`);
    await owner.query(`update account set state = 'suspended' where id = any($1)`, [made.suspended]);
    for (const { target, boosts, languages } of made.follows)
      await owner.query('insert into follow (account_id, target_id, show_boosts, languages) values (1, $1, $2, $3)', [
        target,
        boosts,
        languages,
      ]);
    await owner.query('insert into list (id, account_id, title, replies_policy, exclusive) values (1, 1, $1, $2, $3)', [
      'A list',
      made.list.policy,
      made.list.exclusive,
    ]);
    await owner.query(
      `insert into list_member (list_id, account_id, follow_id)
       select 1, m.id, f.id from unnest($1::bigint[]) as m(id) left join follow f on f.account_id = 1 and f.target_id = m.id`,
      [membersOf(made)],
    );
    await owner.query('insert into block (account_id, target_id) select 1, unnest($1::bigint[])', [made.blocks]);
    await owner.query('insert into block (account_id, target_id) select unnest($1::bigint[]), 1', [made.blockedBy]);
    await owner.query('insert into mute (account_id, target_id) select 1, unnest($1::bigint[])', [made.mutes]);
    if (made.tag) await owner.query('insert into tag_follow (account_id, tag_id) values (1, 1)');
    await owner.query(
      `insert into status (id, account_id, visibility, language, thread_id, deleted_at, in_reply_to_id, in_reply_to_account_id, boost_of_id)
       select p.id, p.author, p.visibility, p.language, p.id, case when p.deleted then now() end, p.answered, p.answered_author, p.boosted
         from jsonb_to_recordset($1) as p (id bigint, author bigint, visibility text, language text, deleted boolean, answered bigint, answered_author bigint, boosted bigint)`,
      [
        JSON.stringify(
          posts.map((post) => ({
            ...post,
            answered: post.answered?.id,
            answered_author: post.answered?.author,
            boosted: post.boosted?.id,
          })),
        ),
      ],
    );
    const tagged = posts.filter((post) => post.tagged && !post.deleted).map((post) => post.id);
    await owner.query(`insert into status_tag (tag_id, status_id, written) select 1, unnest($1::bigint[]), 'tag'`, [tagged]);
    const mentioned = posts.filter((post) => post.mentioned).map((post) => post.id);
    await owner.query('insert into status_mention (status_id, account_id) select unnest($1::bigint[]), 1', [mentioned]);
  }

  /** Turns all pages in one direction. */
  async function pages(pick: (page: Page) => Promise<HomeRow[]>, limit: number, upwards: boolean): Promise<number[][]> {
    const read: number[][] = [];
    let cursor: string | null = upwards ? '0' : null;
    for (;;) {
      const bound = cursor === null ? {} : upwards ? { min_id: cursor } : { max_id: cursor };
      const page: { items: number[]; newest: string | null; oldest: string | null; more: boolean } = await fillPage(
        { limit, ...bound },
        {
          pick,
          cursor: (row) => row.id,
          wanted: (row) => row.wanted,
          load: (rows) => Promise.resolve(rows.map((row) => Number(row.id))),
        },
      );
      read.push(page.items);
      cursor = upwards ? page.newest : page.more ? page.oldest : null;
      if (cursor === null) return read;
    }
  }

  it('show exactly what their rules say, page by page, in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.integer({ min: 1, max: 7 }), async (made, limit) => {
        const posts = postsOf(made);
        await build(made, posts);
        const reader = String(READER);
        const timelines: [number[], (page: Page) => Promise<HomeRow[]>][] = [
          [homeOf(made, posts), (page) => home.pick(reader, page)],
          [listOf(made, posts), (page) => lists.pick(reader, '1', page)],
        ];
        for (const [expected, pick] of timelines) {
          const down = await pages(pick, limit, false);
          expect(down.flat()).toEqual(expected);
          for (const page of down.slice(0, -1)) expect(page).toHaveLength(limit);
          expect((await pages(pick, limit, true)).reverse().flat()).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
