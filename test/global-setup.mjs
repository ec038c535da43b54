import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../tools/postgres/postgres.mjs';
import { makeTemplate } from './template.mjs';

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
