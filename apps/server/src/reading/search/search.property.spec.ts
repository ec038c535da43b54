import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visibility } from '@roost/contracts';
import { newDatabase } from '@roost/test-kit';
import fc from 'fast-check';
import pg from 'pg';
import { compileQuery, Parameters } from './compile-query.js';
import { matches, type Meaning, type Reading, type SearchFacts } from './query/matches.js';
import { parseQuery } from './query/parse-query.js';
import { type Condition, conditionsOf, KINDS, PARTS, PLACES, type Query } from './query/query.js';

const WORDS = [
  'servers',
  'running',
  'run',
  'Équipe',
  'équipes',
  'PRJ-2041',
  'PRJ',
  '2041',
  'C++',
  '東京',
  '京',
  '🎉',
  '👍🏽',
  'the',
  'don’t',
  'a_b',
  '100%',
  '€',
  'and/or',
];
const HANDLES = ['me', 'p1', 'p2', 'p3', 'nobody'];
const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03'];

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const word = fc.constantFrom('servers', 'server', 'serv', 'run', 'running', 'equipe', 'équipe', 'prj', '2041', 'the', 'nothing');
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), word, prefix: fc.boolean() }),
  fc.record({ kind: fc.constant('phrase' as const), text, strict: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('from' as const, 'to' as const), handle: fc.constantFrom(...HANDLES) }),
  fc.record({ kind: fc.constant('tag' as const), key: fc.constantFrom('alpha', 'beta', 'gamma') }),
  fc.record({ kind: fc.constant('in' as const), place: fc.constantFrom(...PLACES) }),
  fc.record({ kind: fc.constantFrom('since' as const, 'until' as const), day: fc.constantFrom(...DAYS) }),
  fc.record({ kind: fc.constant('has' as const), part: fc.constantFrom(...PARTS) }),
  fc.record({ kind: fc.constant('is' as const), what: fc.constantFrom(...KINDS) }),
  fc.record({ kind: fc.constant('lang' as const), code: fc.constantFrom('fr', 'pt') }),
);
const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.record({ kind: fc.constant('not' as const), part: tie('query') }),
    fc.record({
      kind: fc.constantFrom('any' as const, 'all' as const),
      parts: fc.array(tie('query'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}));
const status = fc.record({
  author: fc.integer({ min: 1, max: 3 }),
  text,
  spoiler: fc.constantFrom('', '', 'servers'),
  visibility: fc.constantFrom<Visibility>('public', 'unlisted', 'private', 'direct'),
  language: fc.constantFrom(null, 'fr', 'pt-BR', 'en'),
  day: fc.constantFrom(...DAYS),
  answers: fc.constantFrom(null, 1, 2, 3),
  sensitive: fc.boolean(),
  link: fc.boolean(),
  alt: fc.constantFrom(null, '', 'a cat'),
  mentioned: fc.subarray([1, 2, 3]),
  tags: fc.subarray([1, 2]),
  bookmarked: fc.boolean(),
  favourited: fc.boolean(),
});

const TAGS = ['alpha', 'beta'];
const READER = '1';
const ACCOUNTS = new Map([1, 2, 3].map((id) => [`p${id}`, String(id)]));
const READING = (value: string): string => `json_build_object('raw', ${value}, 'folded', roost_fold(${value}),
  'words', array_remove(string_to_array(roost_words(${value}), ' '), ''),
  'english', tsvector_to_array(to_tsvector('english', roost_words(${value}))),
  'french', tsvector_to_array(to_tsvector('french', roost_words(${value}))))`;

interface RawReading {
  raw: string;
  folded: string;
  words: string[];
  english: string[];
  french: string[];
}
const readingOf = ({ raw, folded, words, english, french }: RawReading): Reading => ({
  raw,
  folded,
  words,
  stems: { english: new Set(english), french: new Set(french) },
});

describe('a query', () => {
  let db: pg.Client;
  let drop: () => Promise<void>;
  let readings: Map<string, Reading>;

  beforeAll(async () => {
    const made = await newDatabase();
    drop = made.drop;
    db = new pg.Client({ connectionString: made.ownerUrl });
    await db.connect();
    await db.query(
      `insert into account (id, handle, kind) values (1, 'p1', 'person'), (2, 'p2', 'official'), (3, 'p3', 'person')`,
    );
    await db.query(`insert into tag (id, name, written) values (1, 'alpha', 'alpha'), (2, 'beta', 'beta')`);
    await db.query('insert into follow (account_id, target_id) values (1, 2)');
    await db.query('insert into tag_follow (account_id, tag_id) values (1, 1)');
  });
  afterAll(async () => {
    await db.end();
    await drop();
  });

  async function publish(
    statuses: (typeof status extends fc.Arbitrary<infer S> ? S : never)[],
  ): Promise<Map<string, SearchFacts>> {
    await db.query('truncate status, media cascade');
    const facts = new Map<string, SearchFacts>();
    for (const one of statuses) {
      const { rows } = await db.query<{ id: string; created_at: Date; reading: RawReading }>(
        `insert into status (account_id, text, spoiler_text, visibility, language, created_at, thread_id, in_reply_to_id, in_reply_to_account_id, sensitive, has_media, entities)
         values ($1, $2, $3, $4, $5, $6::date + interval '23 hours 59 minutes 59.9999 seconds', 1, null, $7, $8, $9, $10)
         returning id, created_at, ${READING(`spoiler_text || ' ' || text`)} as reading`,
        [
          one.author,
          one.text,
          one.spoiler,
          one.visibility,
          one.language,
          `${one.day}`,
          one.answers,
          one.sensitive,
          one.alt !== null,
          JSON.stringify(one.link ? [{ type: 'link' }] : []),
        ],
      );
      const row = rows[0]!;
      await db.query('insert into status_mention (status_id, account_id) select $1, unnest($2::bigint[])', [
        row.id,
        one.mentioned,
      ]);
      await db.query(`insert into status_tag (status_id, tag_id, written) select $1, unnest($2::bigint[]), 'x'`, [
        row.id,
        one.tags,
      ]);
      if (one.bookmarked) await db.query('insert into bookmark (account_id, status_id) values (1, $1)', [row.id]);
      if (one.favourited) await db.query('insert into favourite (account_id, status_id) values (1, $1)', [row.id]);
      if (one.alt !== null)
        await db.query(
          `insert into media (account_id, status_id, key, content_type, bytes, width, height, preview_width, preview_height, description)
           values ($1, $2::bigint, repeat('k', 30) || ($2::bigint)::text, 'image/png', 1, 1, 1, 1, 1, $3)`,
          [one.author, row.id, one.alt],
        );
      facts.set(row.id, {
        authorId: String(one.author),
        officialAuthor: one.author === 2,
        visibility: one.visibility,
        createdAt: row.created_at,
        boost: false,
        content: {
          reading: readingOf(row.reading),
          visibility: one.visibility,
          language: one.language,
          inReplyToId: null,
          inReplyToAccountId: one.answers === null ? null : String(one.answers),
          mentioned: new Set(one.mentioned.map(String)),
          tags: new Set(one.tags.map((id) => TAGS[id - 1]!)),
          sensitive: one.sensitive,
          has: { image: one.alt !== null, link: one.link, alt: one.alt !== null && one.alt !== '' },
        },
        reader: {
          followsAuthor: one.author === 2,
          followsTag: one.tags.includes(1),
          bookmarked: one.bookmarked,
          favourited: one.favourited,
        },
      });
    }
    return facts;
  }

  async function meaningOf(tree: Query): Promise<Meaning> {
    const texts = conditionsOf(tree).flatMap((part) =>
      part.kind === 'word' ? [part.word] : part.kind === 'phrase' ? [part.text] : [],
    );
    const { rows } = await db.query<{ asked: string; reading: RawReading }>(
      `select x as asked, ${READING('x')} as reading from unnest($1::text[]) x`,
      [texts],
    );
    readings = new Map(rows.map((row) => [row.asked, readingOf(row.reading)]));
    return { readerId: READER, accounts: ACCOUNTS, readings };
  }

  async function inSql(tree: Query): Promise<string[]> {
    const parameters = new Parameters();
    const viewer = parameters.add(READER, 'bigint');
    const names = {
      viewerId: READER,
      accounts: ACCOUNTS,
      tags: new Map([
        ['alpha', '1'],
        ['beta', '2'],
      ]),
    };
    const condition = compileQuery(tree, { names, parameters, viewer, content: 's' });
    const { rows } = await db.query<{ id: string }>(
      `select s.id from status s where s.account_id is distinct from ${viewer} - ${viewer} and (${condition}) order by s.id`,
      parameters.values,
    );
    return rows.map((row) => row.id);
  }

  it('means the same in the database and in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(status, { minLength: 1, maxLength: 5 }),
        fc.array(query, { minLength: 5, maxLength: 25 }),
        async (statuses, trees) => {
          const facts = await publish(statuses);
          for (const tree of trees) {
            const meaning = await meaningOf(tree);
            const inMemory = [...facts].filter(([, one]) => matches(tree, one, meaning)).map(([id]) => id);
            expect(await inSql(tree)).toEqual(inMemory);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('finds every text by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (typed) => {
        const [stored] = (
          await db.query<{ t: string }>('select $1::text as t', [typed.replaceAll('\0', '').toWellFormed().normalize('NFC')])
        ).rows;
        const tree = parseQuery(`"${stored!.t.replaceAll('"', '')}"`);
        fc.pre(tree !== null && !stored!.t.includes('"'));
        await db.query('truncate status cascade');
        await db.query(`insert into status (account_id, text, visibility, thread_id) values (2, $1, 'public', 1)`, [stored!.t]);
        expect(await inSql(tree)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('never becomes text of a statement', () => {
    const tree = parseQuery(`'"; from:ann #x since:2026-01-01 lang:fr "a' b" -c' OR d`);
    const parameters = new Parameters();
    const names = { viewerId: '1', accounts: new Map([['ann', '7']]), tags: new Map([['x', '8']]) };
    const sql = compileQuery(tree!, { names, parameters, viewer: parameters.add('1', 'bigint'), content: 's' });
    for (const typed of ['ann', 'since', '2026', "a' b", '"', ';']) expect(sql).not.toContain(typed);
    expect(parameters.values).toEqual(expect.arrayContaining(['7', '8', '2026-01-01', 'fr']));
  });
});
