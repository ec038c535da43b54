import { parseText } from '@roost/text';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';

export const ACCOUNTS = 1_000;
const REAL = fileURLToPath(new URL('../../shared/data/status-updates.jsonl.gz', import.meta.url));

const SUBJECTS = [
  'The night crew',
  'Platform',
  'Our team',
  'The Lyon desk',
  'Nadia',
  'The new line',
  'Procurement',
  'La fenêtre de nuit',
  'Le dépôt de Lille',
  'QA',
];
const VERBS = [
  'finished',
  'moved',
  'is checking',
  'repaired',
  'a terminé',
  'prépare',
  'needs help with',
  'released',
  'measured',
  'is waiting for',
];
const OBJECTS = [
  'the label printers',
  'dock 4',
  'la migration',
  'the quarter close',
  'build 7-42',
  'the cold chain',
  'le contrat',
  'ticket AB-1234',
  'the training',
  'pallet scanning',
];
const TAGS = [
  'CutoverWeekend',
  'DockSwap',
  'ColdChain',
  'LeedsDepot',
  'Réunion',
  'QuarterClose',
  'Safety',
  'Onboarding',
  'AskIT',
  'Kudos',
];

/** Two thousand posts of the kind people write, always the same ones: no two runs differ by their words. */
export function generatedTexts(): string[] {
  const texts: string[] = [];
  let state = 42;
  const pick = (list: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[(state % 9973) % list.length] ?? '';
  };
  for (let index = 0; index < 2_000; index++) {
    const tag = index % 3 === 0 ? ` #${pick(TAGS)}` : '';
    const link = index % 17 === 0 ? ` https://wiki.example.com/page/${index}` : '';
    texts.push(`${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}, ${index} of 2000.${link}${tag}`);
  }
  return texts;
}

/** Real posts from beside the project; null where they are absent. */
export async function realTexts(): Promise<string[] | null> {
  if (!existsSync(REAL)) return null;
  const texts: string[] = [];
  for await (const line of createInterface({ input: createReadStream(REAL).pipe(createGunzip()) })) {
    const { text } = JSON.parse(line) as { text: string };
    texts.push(text);
  }
  return texts;
}

/**
 * Fills an empty database: a thousand accounts with about a hundred follows each, and `posts` posts that repeat the texts in turn.
 * Rows are written by SQL; entities, tags and vectors are the same that the verbs would have made.
 */
export async function fill(db: pg.Client, texts: readonly string[], posts: number): Promise<void> {
  await db.query(`insert into account (handle, display_name) select 'bench_' || n, 'Bench ' || n from generate_series(1, $1) n`, [
    ACCOUNTS,
  ]);
  await db.query(
    `insert into follow (account_id, target_id)
     select a.id, b.id from (select id, row_number() over (order by id) n from account) a
       join (select id, row_number() over (order by id) n from account) b on (b.n - a.n + $1) % $1 between 1 and 500 and (b.n * 31 + a.n * 17) % 5 = 0`,
    [ACCOUNTS],
  );
  await db.query('create unlogged table bench_account as select row_number() over (order by id) - 1 as n, id from account');
  await db.query('create unlogged table bench_text (n int primary key, text text, entities jsonb, tags text[])');
  for (let start = 0; start < texts.length; start += 5_000) {
    const rows = texts.slice(start, start + 5_000).map((text, index) => {
      const parsed = parseText(text.replaceAll('\u0000', ''));
      const entities = parsed.entities.map((entity) => (entity.type === 'mention' ? { ...entity, account_id: null } : entity));
      return {
        n: start + index,
        text: parsed.text,
        entities,
        tags: parsed.entities.flatMap((entity) => (entity.type === 'tag' ? [entity.name] : [])),
      };
    });
    await db.query(
      `insert into bench_text select r.n, r.text, r.entities, array(select jsonb_array_elements_text(r.tags))
         from jsonb_to_recordset($1::jsonb) as r(n int, text text, entities jsonb, tags jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await db.query('insert into tag (name, written) select distinct t, t from bench_text, unnest(tags) t on conflict do nothing');
  const batch = 50_000;
  for (let start = 0; start < posts; start += batch) {
    const count = Math.min(batch, posts - start);
    // Posts stand one second apart, the last one now; their authors come in turn.
    await db.query(
      `with made as (
         insert into status (id, account_id, text, visibility, entities, thread_id, created_at)
         select p.id, a.id, x.text, 'public', x.entities, p.id, p.at
           from (select n, now() - make_interval(secs => $4 - n) as at, roost_id(now() - make_interval(secs => $4 - n)) as id from generate_series($1::bigint, $1::bigint + $2 - 1) n) p
           join bench_text x on x.n = p.n % $5
           join bench_account a on a.n = (p.n * 7919) % $3
         returning id, text
       )
       insert into status_tag (tag_id, status_id, written)
       select distinct t.id, made.id, t.written from made join bench_text x on x.text = made.text, unnest(x.tags) as key join tag t on t.name = key
       on conflict do nothing`,
      [start, count, ACCOUNTS, posts, texts.length],
    );
  }
  await db.query('drop table bench_text, bench_account');
  await db.query(`update account a set statuses_count = (select count(*) from status s where s.account_id = a.id),
    followers_count = (select count(*) from follow f where f.target_id = a.id), following_count = (select count(*) from follow f where f.account_id = a.id)`);
  await db.query('vacuum analyze');
}
