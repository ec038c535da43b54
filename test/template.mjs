import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const REPOSITORY = fileURLToPath(new URL('../', import.meta.url));

/**
 * The template is named after what makes it, so runs that share a cluster share the template too,
 * and it is renamed only when it is finished, so nobody copies half of one.
 * Reads where the cluster is from ROOST_TEST_SUPER_URL and ROOST_TEST_APP_URL, and leaves the name in ROOST_TEST_TEMPLATE.
 */
export async function makeTemplate() {
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
