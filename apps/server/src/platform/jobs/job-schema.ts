import { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';

/** Schema that holds pg-boss's tables. */
export const JOB_SCHEMA = 'roost_jobs';

/**
 * Installs or upgrades pg-boss's tables as the owner, so that the application needs no right to change a schema.
 * Call it under the migration lock.
 */
export async function installJobSchema(owner: DataSource, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    application_name: 'roost-migrate',
    max: 2,
    supervise: false,
    schedule: false,
  });
  const problems: unknown[] = [];
  boss.on('error', (error) => problems.push(error));
  await boss.start();
  await boss.stop({ graceful: true });
  if (problems[0]) throw problems[0] instanceof Error ? problems[0] : new Error('pg-boss could not install its tables');
  await owner.query(`
    grant usage on schema ${JOB_SCHEMA} to roost_app;
    grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to roost_app;
    grant usage, select on all sequences in schema ${JOB_SCHEMA} to roost_app;
    grant execute on all functions in schema ${JOB_SCHEMA} to roost_app;
  `);
}
