import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../tools/postgres/postgres.mjs';

const REPOSITORY = fileURLToPath(new URL('../', import.meta.url));

/** One PostgreSQL for the whole run and one migrated template; each test file copies the template. */
export default async function globalSetup() {
  if (!process.env.ROOST_TEST_SUPER_URL) {
    const dataDir = mkdtempSync(join(tmpdir(), 'roost-test-pg-'));
    chmodSync(dataDir, 0o755);
    const postgres = await startPostgres({ dataDir, settings: { fsync: 'off', full_page_writes: 'off', max_connections: 200 } });
    globalThis.roostPostgres = { postgres, dataDir };
    process.env.ROOST_TEST_SUPER_URL = postgres.superUrl;
    process.env.ROOST_TEST_APP_URL = postgres.appUrl;
  }
  await makeTemplate();
}

/**
 * The template is named after what makes it, so runs that share a cluster share the template too,
 * and it is renamed only when it is finished, so nobody copies half of one.
 */
async function makeTemplate() {
  const hash = createHash('sha256');
  for (const folder of ['apps/server/dist/migrations', 'apps/server/dist/src/platform/database']) {
    for (const file of readdirSync(join(REPOSITORY, folder)).sort())
      if (file.endsWith('.js')) hash.update(readFileSync(join(REPOSITORY, folder, file)));
  }
  const name = `roost_template_${hash.digest('hex').slice(0, 12)}`;
  process.env.ROOST_TEST_TEMPLATE = name;
  const client = new pg.Client({ connectionString: process.env.ROOST_TEST_SUPER_URL });
  await client.connect();
  const exists = await client.query('select from pg_database where datname = $1', [name]);
  if (exists.rowCount === 0) {
    const making = `${name}_${process.pid}`;
    await client.query(`create database ${making}`);
    const database = (url) => url.replace(/\/[^/?]*(\?|$)/, `/${making}$1`);
    execFileSync(join(REPOSITORY, 'node_modules/.bin/node'), [join(REPOSITORY, 'apps/server/dist/src/migrate.js')], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database(process.env.ROOST_TEST_APP_URL),
        DATABASE_OWNER_URL: database(process.env.ROOST_TEST_SUPER_URL),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await client.query(`alter database ${making} rename to ${name}`).catch(() => client.query(`drop database ${making}`));
  }
  await client.end();
}
