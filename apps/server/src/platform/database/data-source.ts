import { DataSource, type DataSourceOptions } from 'typeorm';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../config/settings.js';

/** Connection of the application: its role may not alter the journal, and no statement runs longer than the settings say. */
export function applicationOptions(settings: Settings): DataSourceOptions {
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    synchronize: false,
    poolSize: settings.databasePoolSize,
    applicationName: 'roost',
    extra: {
      statement_timeout: settings.statementTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 5_000,
    },
  };
}

/** Connection of the owner, for migrations only. */
export function ownerDataSource(settings: Settings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.databaseOwnerUrl,
    synchronize: false,
    migrations: [fileURLToPath(new URL('../../../migrations/*.js', import.meta.url))],
    migrationsTransactionMode: 'each',
    poolSize: 2,
    applicationName: 'roost-migrate',
  });
}
