import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, statement } from '../database/database.js';
import { Metrics } from './metrics.js';

interface LagRow {
  consumer: string;
  entries: number;
  seconds: number;
}

// Index: journal_entry_tail. Counting stops where it no longer matters how far behind a consumer is.
const LAG = statement(
  'journal-lag',
  `select c.consumer,
          (select count(*) from (select from journal_entry e where (e.xid, e.seq) > (c.xid, c.seq) limit 10000) unread)::int as entries,
          coalesce(extract(epoch from now() - (
            select e.at from journal_entry e where (e.xid, e.seq) > (c.xid, c.seq) order by e.xid, e.seq limit 1)), 0)::float as seconds
     from journal_cursor c`,
);

/** How the database and the journal's consumers keep up. */
@Injectable()
export class DatabaseMetrics implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge(
      'roost_database_connections',
      'Connections of this process to PostgreSQL, and callers that wait for one',
      () => ({ ...this.database.connections() }),
      'state',
    );
    this.metrics.gauge(
      'roost_database_statements',
      'Times each named statement was run since the start of this process',
      () => Object.fromEntries(this.database.statements),
      'statement',
    );
    this.metrics.gauge(
      'roost_journal_lag_entries',
      'Journal entries a consumer has not read yet, up to 10,000',
      async () => this.lag('entries'),
      'consumer',
    );
    this.metrics.gauge(
      'roost_journal_lag_seconds',
      'Age of the oldest journal entry a consumer has not read yet',
      async () => this.lag('seconds'),
      'consumer',
    );
  }

  private async lag(figure: 'entries' | 'seconds'): Promise<Record<string, number>> {
    const rows = await this.database.read<LagRow>(LAG);
    return Object.fromEntries(rows.map((row) => [row.consumer, row[figure]]));
  }
}
