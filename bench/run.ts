import { freePort, NODE, type Person, Roost } from '@roost/test-kit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { preparePostgres } from './postgres.ts';
import { ACCOUNTS, fill, generatedTexts, realTexts } from './data.ts';
import { measureLive } from './live.ts';
import { type Figure, measure, memoryMiB, round } from './measure.ts';
import { sqlRate } from './sql-load.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    data: { type: 'string', default: 'generated' },
    seconds: { type: 'string', default: '5' },
    sockets: { type: 'string', default: '500' },
  },
});
const size = Number(options.size);
const seconds = Number(options.seconds);
const CONNECTIONS = [1, 10, 50];

const real = options.data === 'real' ? await realTexts() : null;
if (options.data === 'real' && real === null)
  process.stdout.write('The real posts are not beside this checkout; going on with generated ones.\n');
const texts = real ?? generatedTexts();

const dataDir = mkdtempSync(join(tmpdir(), 'roost-bench-pg-'));
chmodSync(dataDir, 0o755);
const postgres = await preparePostgres(dataDir);
const roost = await Roost.start({ DATABASE_POOL_SIZE: '20', ROOST_LOG_LEVEL: 'error', ROOST_CHECK_ANSWERS: '0' });
const watched = {
  server: roost.server.pid,
  postgres: Number(readFileSync(join(postgres.pgData, 'postmaster.pid'), 'utf8').split('\n')[0]),
};
const db = new pg.Client({ connectionString: roost.ownerUrl });
await db.connect();
try {
  process.stdout.write(`Filling in ${size} posts by ${ACCOUNTS} accounts (${real ? 'real' : 'generated'} texts) …\n`);
  const filled = performance.now();
  await fill(db, texts, size);
  process.stdout.write(
    `… in ${round((performance.now() - filled) / 1000)} s. Server memory before load: ${memoryMiB(watched.server)} MiB\n`,
  );
  const { rows } = await db.query<{ follows: string }>('select count(*) / $1 as follows from follow', [ACCOUNTS]);
  const viewer = await roost.person({ handle: 'viewer' });
  await db.query(
    `insert into follow (account_id, target_id) select $1, id from account where handle like 'bench\\_%' order by id limit 100`,
    [viewer.id],
  );
  const thread = await aThread(viewer);

  const headers = { authorization: `Bearer ${viewer.token}` };
  const reads: [string, string][] = [
    ['home', '/api/v1/timelines/home?limit=20'],
    ['company', '/api/v1/timelines/public?limit=20'],
    ['hashtag', `/api/v1/timelines/tag/${real ? 'statusnet' : 'dockswap'}?limit=20`],
    ['thread', `/api/v1/statuses/${thread}/context`],
    ['search, common word', `/api/v2/search?type=statuses&q=${real ? 'fix' : 'repaired'}&limit=20`],
    ['search, code', `/api/v2/search?type=statuses&q=${real ? 'readme' : 'AB-1234'}&limit=20`],
  ];
  const figures: Figure[] = [];
  const ratios: { name: string; roost: number; yardstick: number; ratio: number }[] = [];
  for (const [name, path] of reads) {
    for (const connections of CONNECTIONS)
      figures.push(await measure({ name, url: `${roost.url}${path}`, connections, seconds, headers }, watched));
    const bytes = await (await fetch(`${roost.url}${path}`, { headers })).text();
    const bare = await bareServer(bytes);
    const figure = await measure(
      { name: `${name}, bare server`, url: `${bare.url}${path}`, connections: 10, seconds, headers },
      { ...watched, server: bare.pid },
    );
    figures.push(figure);
    const own = figures.find((other) => other.name === name && other.connections === 10);
    if (own)
      ratios.push({
        name: `${name} / bare server with the same bytes`,
        roost: own.perSecond,
        yardstick: figure.perSecond,
        ratio: round(own.perSecond / figure.perSecond),
      });
    await bare.stop();
  }
  let count = 0;
  const publish = {
    name: 'publish',
    url: `${roost.url}/api/v1/statuses`,
    seconds,
    headers: { ...headers, 'content-type': 'application/json' },
    method: 'POST' as const,
  };
  for (const connections of CONNECTIONS) {
    figures.push(
      await measure(
        {
          ...publish,
          connections,
          body: () => JSON.stringify({ status: `${texts[count++ % texts.length]?.slice(0, 100)} ${count}` }),
        },
        watched,
      ),
    );
  }
  const insert = await sqlRate(
    roost.databaseUrl,
    {
      text: `insert into status (account_id, text, visibility, thread_id) values ($1, $2, 'public', 0)`,
      values: () => [viewer.id, `sql ${count++}`],
    },
    10,
    seconds,
  );
  const published = figures.find((figure) => figure.name === 'publish' && figure.connections === 10);
  if (published)
    ratios.push({
      name: 'publish / one bare INSERT of the status row',
      roost: published.perSecond,
      yardstick: insert,
      ratio: round(published.perSecond / insert),
    });

  const cookies: string[] = [];
  for (let index = 0; index < 50; index++) cookies.push((await roost.person({ handle: `socket_${index}` })).cookie);
  const live = await measureLive(roost.url, cookies, Number(options.sockets), viewer, 30);

  report(figures, ratios, live, rows[0]?.follows ?? '');
} finally {
  await db.end();
  await roost.stop();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** A thread of thirty answers, three deep. */
async function aThread(viewer: Person): Promise<string> {
  const first = await viewer.publishes('The first of a thread');
  let parent = first.id;
  for (let index = 0; index < 30; index++)
    parent = (await viewer.publishes(`Answer ${index}`, { in_reply_to_id: index % 3 === 0 ? first.id : parent })).id;
  return first.id;
}

async function bareServer(bytes: string): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const file = join(dataDir, 'bytes.json');
  writeFileSync(file, bytes);
  const port = await freePort();
  const child = spawn(NODE, [fileURLToPath(new URL('bare-server.ts', import.meta.url)), String(port), file], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(url).catch(() => null)) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

function report(figures: Figure[], ratios: object[], live: object, followsEach: string): void {
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  process.stdout.write(
    `\n${size} posts, ${ACCOUNTS} accounts with about ${followsEach} follows each; server, PostgreSQL and load share ${machine.cores} cores\n`,
  );
  console.table(figures);
  console.table(ratios);
  console.table([live]);
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${size}.json`);
  writeFileSync(file, JSON.stringify({ machine, size, data: real ? 'real' : 'generated', figures, ratios, live }, null, 2));
  process.stdout.write(`Written to ${file}\n`);
}
