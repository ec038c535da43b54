import { join } from 'node:path';
import { makeTemplate } from '../test/template.mjs';
import { startPostgres } from '../tools/postgres/postgres.mjs';

/** A PostgreSQL for one run, as durable as in production: a post that is answered is on the disk. */
export async function preparePostgres(dataDir: string): Promise<{ pgData: string; stop: () => Promise<void> }> {
  const postgres = await startPostgres({ dataDir, settings: { max_connections: 150 } });
  process.env.ROOST_TEST_SUPER_URL = postgres.superUrl;
  process.env.ROOST_TEST_APP_URL = postgres.appUrl;
  await makeTemplate();
  return { pgData: join(dataDir, 'postgres'), stop: () => postgres.stop() };
}
