import { Injectable } from '@nestjs/common';
import type { Filter, FilterKeyword, FilterStatus, V1Filter } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { FILTER_COLUMNS, type FilterRow, presentFilter } from '../../posts/filters/active-filter.js';

interface WholeRow extends FilterRow {
  keywords: FilterKeyword[] | null;
  statuses: FilterStatus[] | null;
}

interface V1Row extends FilterRow {
  keyword_id: string;
  keyword: string;
  whole_word: boolean;
}

const WHOLE = `${FILTER_COLUMNS},
  (select json_agg(json_build_object('id', k.id::text, 'keyword', k.keyword, 'whole_word', k.whole_word) order by k.id) from filter_keyword k where k.filter_id = f.id) as keywords,
  (select json_agg(json_build_object('id', n.id::text, 'status_id', n.status_id::text) order by n.id) from filter_status n where n.filter_id = f.id) as statuses`;
// Indexes: filter_owner, filter_keyword_filter, filter_status_pair.
const FILTERS = statement('filters-of-account', `select ${WHOLE} from filter f where f.account_id = $1 order by f.id`);
const FILTER = statement('filter-of-account', `select ${WHOLE} from filter f where f.id = $2 and f.account_id = $1`);
// Index: filter_keyword_pkey.
const KEYWORD = statement(
  'filter-keyword',
  'select k.id, k.keyword, k.whole_word from filter_keyword k join filter f on f.id = k.filter_id where k.id = $2 and f.account_id = $1',
);
// Index: filter_status_pkey.
const STATUS = statement(
  'filter-status',
  'select n.id, n.status_id from filter_status n join filter f on f.id = n.filter_id where n.id = $2 and f.account_id = $1',
);
// Indexes: filter_owner, filter_keyword_filter.
const V1 = statement(
  'filters-v1',
  `select ${FILTER_COLUMNS}, k.id as keyword_id, k.keyword, k.whole_word
     from filter f join filter_keyword k on k.filter_id = f.id
    where f.account_id = $1 and ($2::bigint is null or k.id = $2) order by k.id`,
);

/** Somebody's own filters, also those that are over: nobody else's exist. */
@Injectable()
export class FilterReader {
  constructor(private readonly database: Database) {}

  /** In the order they were made. */
  async all(ownerId: string): Promise<Filter[]> {
    return (await this.database.read<WholeRow>(FILTERS, [ownerId])).map(whole);
  }

  /** @throws NotFound also for other people's */
  async one(ownerId: string, id: string): Promise<Filter> {
    return whole(found(await this.database.readOne<WholeRow>(FILTER, [ownerId, id])));
  }

  /** @throws NotFound also for other people's */
  async keyword(ownerId: string, id: string): Promise<FilterKeyword> {
    return found(await this.database.readOne<FilterKeyword>(KEYWORD, [ownerId, id]));
  }

  /** @throws NotFound also for other people's */
  async status(ownerId: string, id: string): Promise<FilterStatus> {
    return found(await this.database.readOne<FilterStatus>(STATUS, [ownerId, id]));
  }

  /** Every keyword as a filter of its own. */
  async allV1(ownerId: string): Promise<V1Filter[]> {
    return (await this.database.read<V1Row>(V1, [ownerId, null])).map(alone);
  }

  /** @param id of the keyword. @throws NotFound also for other people's */
  async oneV1(ownerId: string, id: string): Promise<V1Filter> {
    return alone(found(await this.database.readOne<V1Row>(V1, [ownerId, id])));
  }
}

function found<Row>(row: Row | null): Row {
  if (row === null) throw new NotFound();
  return row;
}

function whole(row: WholeRow): Filter {
  return { ...presentFilter(row), keywords: row.keywords ?? [], statuses: row.statuses ?? [] };
}

function alone(row: V1Row): V1Filter {
  const { context, expires_at, filter_action } = presentFilter(row);
  const { keyword_id: id, keyword: phrase, whole_word } = row;
  return { id, phrase, context, whole_word, expires_at, irreversible: filter_action === 'hide' };
}
