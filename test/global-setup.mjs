import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
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

async function makeTemplate() {
  const client = new pg.Client({ connectionString: process.env.ROOST_TEST_SUPER_URL });
  await client.connect();
  await client.query('drop database if exists roost_template with (force)');
  await client.query('create database roost_template');
  await client.end();
  const database = (url) => url.replace(/\/[^/?]*(\?|$)/, '/roost_template$1');
  execFileSync(join(REPOSITORY, 'node_modules/.bin/node'), [join(REPOSITORY, 'apps/server/dist/src/migrate.js')], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database(process.env.ROOST_TEST_APP_URL),
      DATABASE_OWNER_URL: database(process.env.ROOST_TEST_SUPER_URL),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
