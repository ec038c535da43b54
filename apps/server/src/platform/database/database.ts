import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalBell } from '../journal/journal-bell.js';

/** A statement that is prepared once per connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Names a statement for reading a screen. The name is unique: PostgreSQL refuses one name for two texts. */
export function statement(name: string, text: string): Statement {
  return { name, text };
}

/** Doors to PostgreSQL: named statements for reading, transactions for writing. */
@Injectable()
export class Database {
  constructor(
    readonly dataSource: DataSource,
    private readonly bell: JournalBell,
  ) {}

  /** How often each named statement was run since the start: what a page costs, for the metrics. */
  readonly statements = new Map<string, number>();

  private get pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  /** Runs a prepared statement on the pool, outside any transaction. Ids arrive as decimal strings. */
  async read<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.statements.set(statement.name, (this.statements.get(statement.name) ?? 0) + 1);
    const result = await this.pool.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows;
  }

  /** The first row, or null. */
  async readOne<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row | null> {
    return (await this.read<Row>(statement, values))[0] ?? null;
  }

  /** How the pool stands: connections in use and idle, and callers that wait for one. */
  connections(): { busy: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  /** One transaction; when it wrote to the journal, the tails are woken after the commit. */
  async transaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    let journalled = false;
    const result = await this.dataSource.transaction(async (manager) => {
      const outcome = await work(manager);
      journalled = manager.queryRunner?.data.journalled === true;
      return outcome;
    });
    if (journalled) this.bell.ring();
    return result;
  }
}
