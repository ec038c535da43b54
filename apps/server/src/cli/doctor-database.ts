import pg from 'pg';
import type { Settings } from '../config/settings.js';
import { ownerDataSource } from '../platform/database/data-source.js';
import { explainStartFailure } from '../start-failure.js';
import { type Finding, ok, problem } from './finding.js';

const LEAST_VERSION = 15;
const MOST_SKEW_MS = 2000;

/** Settings of PostgreSQL without which an acknowledged post can be lost with the power. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'];

export async function* checkDatabase(settings: Settings): AsyncGenerator<Finding> {
  const client = new pg.Client({ connectionString: settings.databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    yield problem('database', explainStartFailure(error).split('\n', 1)[0] ?? 'does not answer');
    return;
  }
  try {
    yield await checkVersion(client);
    yield await checkClock(client);
    yield await checkDurability(client);
    const migrated = await checkMigrations(settings);
    yield migrated;
    if (migrated.state === 'problem') return;
    yield await checkJournal(client);
    yield await checkJobs(client);
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ server_version: string; number: number }>(
    `select current_setting('server_version') as server_version, current_setting('server_version_num')::int as number`,
  );
  const version = rows[0]?.server_version ?? 'unknown';
  if ((rows[0]?.number ?? 0) < LEAST_VERSION * 10_000)
    return problem('database', `PostgreSQL ${version} is too old. Roost needs ${LEAST_VERSION} or newer.`);
  return ok('database', `PostgreSQL ${version} answers`);
}

async function checkClock(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - Date.now());
  if (skew > MOST_SKEW_MS)
    return problem(
      'clock',
      `this machine and the database differ by ${Math.round(skew / 1000)} seconds. Let both follow a time server.`,
    );
  return ok('clock', 'this machine and the database agree');
}

async function checkDurability(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [DURABLE],
  );
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  if (off.length > 0)
    return problem(
      'durability',
      `${off.join(', ')} off: a power cut can lose posts. Turn on in postgresql.conf and restart PostgreSQL.`,
    );
  return ok('durability', 'every acknowledged write is on disk');
}

async function checkMigrations(settings: Settings): Promise<Finding> {
  const owner = ownerDataSource(settings);
  try {
    await owner.initialize();
    if (await owner.showMigrations())
      return problem('schema', 'is older than this Roost. Start Roost once: it brings it up to date.');
    return ok('schema', 'is up to date');
  } catch (error) {
    return problem('schema', `DATABASE_OWNER_URL does not work: ${explainStartFailure(error).split('\n', 1)[0] ?? ''}`);
  } finally {
    if (owner.isInitialized) await owner.destroy();
  }
}

async function checkJournal(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ may: boolean }>(
    `select bool_or(has_table_privilege(current_user, name, privilege)) as may
       from unnest(array['journal_entry', 'journal_payload']) as name, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as privilege`,
  );
  if (rows[0]?.may !== false)
    return problem(
      'journal',
      'the role in DATABASE_URL may alter it. Make a login that is only a member of roost_app for DATABASE_URL, and keep the owner in DATABASE_OWNER_URL.',
    );
  return ok('journal', 'the application cannot alter it');
}

async function checkJobs(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ failed: number; late: number }>(
    `select count(*) filter (where state = 'failed')::int as failed,
            count(*) filter (where state < 'active' and start_after < now() - interval '10 minutes')::int as late
       from roost_jobs.job`,
  );
  const { failed = 0, late = 0 } = rows[0] ?? {};
  if (late > 0)
    return problem('jobs', `${late} wait for more than ten minutes. Is a Roost with ROOST_ROLE all or worker running?`);
  if (failed > 0) return problem('jobs', `${failed} failed for good, most likely mail. The log says why.`);
  return ok('jobs', 'none waits too long, none failed');
}
