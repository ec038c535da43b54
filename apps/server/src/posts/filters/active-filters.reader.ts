import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';
import { type ActiveFilter, activeFilter, FILTER_COLUMNS, type FilterRow } from './active-filter.js';

interface Row extends FilterRow {
  keywords: { keyword: string; whole_word: boolean }[] | null;
  statuses: string[];
}

// Of the statuses a filter names, those asked for; null asks for all. Indexes: filter_owner, filter_keyword_filter, filter_status_pair.
const ACTIVE = statement(
  'active-filters',
  `select ${FILTER_COLUMNS},
          (select json_agg(json_build_object('keyword', k.keyword, 'whole_word', k.whole_word) order by k.id) from filter_keyword k where k.filter_id = f.id) as keywords,
          array(select n.status_id::text from filter_status n where n.filter_id = f.id and ($2::bigint[] is null or n.status_id = any($2))) as statuses
     from filter f where f.account_id = $1 and (f.expires_at is null or f.expires_at > now()) order by f.id`,
);

/** The filters that count for somebody now. What they do to a status is decided in filter-status.ts. */
@Injectable()
export class ActiveFiltersReader {
  constructor(private readonly database: Database) {}

  /** @param statusIds the statuses they will be held against; null for those that are still to come */
  async of(viewerId: string, statusIds: readonly string[] | null): Promise<ActiveFilter[]> {
    const rows = await this.database.read<Row>(ACTIVE, [viewerId, statusIds]);
    return rows.map((row) => activeFilter(row, row.keywords ?? [], row.statuses));
  }
}
