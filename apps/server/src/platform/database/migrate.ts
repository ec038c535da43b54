import type { Settings } from '../../config/settings.js';
import { installJobSchema } from '../jobs/job-schema.js';
import { ownerDataSource } from './data-source.js';

/** Any number; it only has to be the same on every node. */
const MIGRATION_LOCK = 72_617_101;

/** Brings the schema up to date. Two nodes that start together do it once: the second waits for the first. */
export async function migrate(settings: Settings): Promise<number> {
  const owner = await ownerDataSource(settings).initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await owner.runMigrations();
    await installJobSchema(owner, settings.databaseOwnerUrl);
    return done.length;
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await owner.destroy();
  }
}
