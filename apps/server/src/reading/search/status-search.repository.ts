import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, statement } from '../../platform/database/database.js';
import type { Page } from '../../platform/http/paging.js';
import type { Names } from './compile-query.js';
import { type CountRow, countStatements, MOST_COUNTED } from './count-statement.js';
import { conditionsOf, type Query } from './query/query.js';
import { SearchTooBroad, SearchTooComplex } from './query/search.errors.js';
import { type Asked, searchStatements } from './search-statement.js';

/** A status that fits the query; `wanted` says whether the reader may see it. */
export interface FoundRow {
  id: string;
  wanted: boolean;
}

const TIMEOUT_MS = 3000;
/** One search must not take every core, nor compile a plan that it runs once. */
const ALONE = 'set local max_parallel_workers_per_gather = 0; set local jit = off';
const CANCELLED = '57014';
/** PostgreSQL's class for "too complex for me". */
const PROGRAM_LIMIT = /^54/;

// Indexes: account_handle, tag_name_key.
const NAMES = statement(
  'search-names',
  `select 'account' as kind, lower(a.handle) as name, a.id from account a where lower(a.handle) = any($1::text[])
   union all select 'tag', t.name, t.id from tag t where t.name = any($2::text[])`,
);

/**
 * Picks what fits a query, newest first. The text of its statements follows the shape of the tree; everything that was typed goes
 * as parameters. It runs by itself in a read-only transaction with a timeout of its own, so that no search holds anybody up.
 */
@Injectable()
export class StatusSearchRepository {
  constructor(private readonly database: Database) {}

  async names(viewerId: string, query: Query): Promise<Names> {
    const conditions = conditionsOf(query);
    const handles = conditions.flatMap((part) => (part.kind === 'from' || part.kind === 'to' ? [part.handle] : []));
    const keys = conditions.flatMap((part) => (part.kind === 'tag' ? [part.key] : []));
    if (handles.length === 0 && keys.length === 0) return { viewerId, accounts: new Map(), tags: new Map() };
    const rows = await this.database.read<{ kind: string; name: string; id: string }>(NAMES, [handles, keys]);
    const of = (kind: string): Map<string, string> =>
      new Map(rows.filter((row) => row.kind === kind).map((row) => [row.name, row.id]));
    return { viewerId, accounts: of('account'), tags: of('tag') };
  }

  /** @throws SearchTooBroad SearchTooComplex */
  pick(asked: Asked, page: Page): Promise<FoundRow[]> {
    return this.alone(asked, async (manager) => {
      let rows: FoundRow[] = [];
      for (const { text, values } of searchStatements(asked, page)) {
        rows = await manager.query<FoundRow[]>(text, values);
        if (rows.length >= page.limit) break;
      }
      return rows;
    });
  }

  /**
   * Counts the newest of what fits and the reader may see, by what it has in common.
   * @throws SearchTooBroad SearchTooComplex
   */
  count(asked: Asked): Promise<CountRow[]> {
    return this.alone(asked, async (manager) => {
      let rows: CountRow[] = [];
      for (const { text, values } of countStatements(asked)) {
        rows = await manager.query<CountRow[]>(text, values);
        if (rows.some((row) => row.kind === 'found' && Number(row.posts) >= MOST_COUNTED)) break;
      }
      return rows;
    });
  }

  /** Runs statements of a search in a transaction that can only read, and not for long. */
  private async alone<Result>(asked: Asked, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    try {
      return await this.database.dataSource.transaction(async (manager) => {
        await manager.query(`set transaction read only; set local statement_timeout = ${TIMEOUT_MS}; ${ALONE}`);
        return work(manager);
      });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === CANCELLED) throw new SearchTooBroad();
      if (PROGRAM_LIMIT.test(code)) throw new SearchTooComplex(conditionsOf(asked.query).length);
      throw error;
    }
  }
}
