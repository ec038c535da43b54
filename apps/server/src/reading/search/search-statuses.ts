import { Injectable } from '@nestjs/common';
import type { Status } from '@roost/contracts';
import type { Page } from '../../platform/http/paging.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { fillPage } from '../fill-page.js';
import { parseQuery } from './query/parse-query.js';
import { StatusSearchRepository } from './status-search.repository.js';

/** Nobody turns this many pages; who wants to go on narrows the search or pages by id. */
const FURTHEST_OFFSET = 1000;
/** Some of what fits is for other eyes. */
const SURPLUS = 2;

export interface StatusSearch {
  q: string;
  page: Page;
  offset: number;
  /** Only posts of this account. */
  accountId: string | null;
}

/** Finds posts among everything the reader may see, newest first. */
@Injectable()
export class SearchStatuses {
  constructor(
    private readonly found: StatusSearchRepository,
    private readonly statuses: StatusReader,
  ) {}

  /** @throws SearchTooLong SearchTooComplex UnknownOperator BadOperatorValue SearchTooBroad */
  async run(viewerId: string, search: StatusSearch): Promise<Status[]> {
    const query = parseQuery(search.q);
    if (query === null || search.offset > FURTHEST_OFFSET) return [];
    const names = await this.found.names(viewerId, query);
    const page = { ...search.page, limit: search.page.limit + search.offset };
    const { items } = await fillPage(page, {
      surplus: SURPLUS,
      pick: (part) => this.found.pick({ names, query, authorId: search.accountId }, part),
      cursor: (row) => row.id,
      wanted: (row) => row.wanted,
      load: (rows) => Promise.resolve(rows.map((row) => row.id)),
    });
    return this.statuses.load(viewerId, items.slice(search.offset));
  }
}
