import pg from 'pg';

/** Where a test run's PostgreSQL is; set by test/global-setup.mjs, or by hand to use one that already runs. */
export interface TestPostgres {
  superUrl: string;
  appUrl: string;
  /** The migrated database that every test file copies. */
  template: string;
}

export function testPostgres(): TestPostgres {
  const superUrl = process.env.ROOST_TEST_SUPER_URL;
  const appUrl = process.env.ROOST_TEST_APP_URL;
  const template = process.env.ROOST_TEST_TEMPLATE;
  if (!superUrl || !appUrl || !template) throw new Error('No PostgreSQL for tests: run them with npm test, which starts one.');
  return { superUrl, appUrl, template };
}

/** The same connection to another database of the cluster. */
export function withDatabase(url: string, database: string): string {
  const end = url.indexOf('?') === -1 ? url.length : url.indexOf('?');
  const slash = url.lastIndexOf('/', end - 1);
  return `${url.slice(0, slash + 1)}${database}${url.slice(end)}`;
}

/** Runs one statement as superuser of the cluster. */
export async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testPostgres().superUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let counter = 0;

/** A new database with the migrated schema, copied from the template in a fraction of a second. */
export async function newDatabase(): Promise<{ name: string; ownerUrl: string; appUrl: string; drop: () => Promise<void> }> {
  const name = `test_${process.pid}_${Date.now().toString(36)}_${counter++}`;
  await asSuperuser(`create database ${name} template ${testPostgres().template}`);
  const { superUrl, appUrl } = testPostgres();
  return {
    name,
    ownerUrl: withDatabase(superUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  };
}
