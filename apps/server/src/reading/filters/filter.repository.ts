import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors.js';
import { FILTER_COLUMNS, type FilterRow } from '../../posts/filters/active-filter.js';
import { TooManyInFilter } from './filter.errors.js';

/** Rows of filters and what belongs to them. All methods work inside the verb's transaction. */
@Injectable()
export class FilterRepository {
  /** Locks a filter for a change of anything in it. @throws NotFound also for other people's */
  async lock(manager: EntityManager, ownerId: string, id: string): Promise<FilterRow> {
    const rows: FilterRow[] = await manager.query(
      `select ${FILTER_COLUMNS} from filter f where f.id = $1 and f.account_id = $2 for no key update`,
      [id, ownerId],
    );
    const row = rows[0];
    if (!row) throw new NotFound();
    return row;
  }

  /** Locks the filter of a keyword. @throws NotFound also for other people's */
  lockByKeyword(manager: EntityManager, ownerId: string, keywordId: string): Promise<FilterRow> {
    return this.lockByPart(manager, ownerId, 'filter_keyword', keywordId);
  }

  /** Locks the filter that names a status. @throws NotFound also for other people's */
  lockByStatus(manager: EntityManager, ownerId: string, filterStatusId: string): Promise<FilterRow> {
    return this.lockByPart(manager, ownerId, 'filter_status', filterStatusId);
  }

  async addKeyword(manager: EntityManager, filterId: string, keyword: string, wholeWord: boolean): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      'insert into filter_keyword (filter_id, keyword, whole_word) values ($1, $2, $3) returning id',
      [filterId, keyword, wholeWord],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('the keyword was not stored');
    return id;
  }

  /** What is not given stays. @throws NotFound when the filter has no such keyword */
  async changeKeyword(
    manager: EntityManager,
    filterId: string,
    id: string,
    change: { keyword?: string | undefined; whole_word?: boolean | undefined },
  ): Promise<void> {
    const changed: unknown[] = await manager.query(
      `with changed as (
         update filter_keyword set keyword = coalesce($3, keyword), whole_word = coalesce($4, whole_word) where id = $2 and filter_id = $1 returning id
       ) select id from changed`,
      [filterId, id, change.keyword ?? null, change.whole_word ?? null],
    );
    if (changed.length === 0) throw new NotFound();
  }

  /** @throws NotFound when the filter has no such keyword */
  async removeKeyword(manager: EntityManager, filterId: string, id: string): Promise<void> {
    const gone: unknown[] = await manager.query(
      'with gone as (delete from filter_keyword where id = $2 and filter_id = $1 returning id) select id from gone',
      [filterId, id],
    );
    if (gone.length === 0) throw new NotFound();
  }

  async countKeywords(manager: EntityManager, filterId: string): Promise<number> {
    return this.count(manager, 'filter_keyword', filterId);
  }

  async countStatuses(manager: EntityManager, filterId: string): Promise<number> {
    return this.count(manager, 'filter_status', filterId);
  }

  /** @throws TooManyInFilter */
  async checkKeywords(manager: EntityManager, filterId: string): Promise<void> {
    if ((await this.countKeywords(manager, filterId)) > LIMITS.keywordsPerFilter)
      throw new TooManyInFilter('keywords', LIMITS.keywordsPerFilter);
  }

  private async count(manager: EntityManager, table: 'filter_keyword' | 'filter_status', filterId: string): Promise<number> {
    const rows: { count: number }[] = await manager.query(`select count(*)::int as count from ${table} where filter_id = $1`, [
      filterId,
    ]);
    return rows[0]?.count ?? 0;
  }

  private async lockByPart(
    manager: EntityManager,
    ownerId: string,
    table: 'filter_keyword' | 'filter_status',
    id: string,
  ): Promise<FilterRow> {
    const rows: { filter_id: string }[] = await manager.query(`select filter_id from ${table} where id = $1`, [id]);
    const filterId = rows[0]?.filter_id;
    if (filterId === undefined) throw new NotFound();
    return this.lock(manager, ownerId, filterId);
  }
}
