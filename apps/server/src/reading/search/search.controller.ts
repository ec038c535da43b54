import { Controller, Get, Query } from '@nestjs/common';
import { Search, SearchV1 } from '@roost/contracts';
import { z } from 'zod';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { SearchAccounts } from '../../people/accounts/search-accounts.js';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { Bool, CursorId, limit } from '../../platform/http/wire-input.js';
import { ResolveAddress } from './resolve-address.js';
import { SearchStatuses } from './search-statuses.js';
import { SearchTags } from './search-tags.js';

const SearchQuery = z.object({
  q: z.string(),
  type: z.enum(['accounts', 'statuses', 'hashtags']).optional(),
  following: Bool.default(false),
  account_id: CursorId,
  limit: limit(20, 40),
  offset: z.coerce.number().int().min(0).catch(0),
  max_id: CursorId,
  min_id: CursorId,
});
type SearchQuery = z.infer<typeof SearchQuery>;

@Controller('api')
export class SearchController {
  constructor(
    private readonly searchAccounts: SearchAccounts,
    private readonly searchStatuses: SearchStatuses,
    private readonly searchTags: SearchTags,
    private readonly resolveAddress: ResolveAddress,
    private readonly accounts: AccountPresenter,
  ) {}

  /** People, posts and hashtags. An address of our own finds what it leads to, and nothing else. */
  @Get('v2/search')
  @Access('read:search')
  @Answers(Search)
  async search(@Viewer() viewer: ViewerFacts, @Query({ schema: SearchQuery }) query: SearchQuery): Promise<Search> {
    const resolved = await this.resolveAddress.run(viewer.accountId, query.q);
    if (resolved) return query.offset === 0 ? resolved : { accounts: [], statuses: [], hashtags: [] };
    const wants = (type: SearchQuery['type']): boolean => query.type === undefined || query.type === type;
    const [accounts, statuses, hashtags] = await Promise.all([
      wants('accounts') ? this.searchAccounts.run(viewer.accountId, query) : [],
      wants('statuses') ? this.findStatuses(viewer.accountId, query) : [],
      wants('hashtags') ? this.searchTags.run(viewer.accountId, query) : [],
    ]);
    return { accounts: accounts.map((row) => this.accounts.present(row)), statuses, hashtags };
  }

  /** The same for apps of before 2018, which know hashtags by their names. */
  @Get('v1/search')
  @Access('read:search')
  @Answers(SearchV1)
  async searchV1(@Viewer() viewer: ViewerFacts, @Query({ schema: SearchQuery }) query: SearchQuery): Promise<SearchV1> {
    const found = await this.search(viewer, query);
    return { ...found, hashtags: found.hashtags.map((tag) => tag.name) };
  }

  private findStatuses(viewerId: string, query: SearchQuery): ReturnType<SearchStatuses['run']> {
    const { q, offset, max_id, min_id } = query;
    const page = { max_id, min_id, limit: query.limit };
    return this.searchStatuses.run(viewerId, { q, offset, page, accountId: query.account_id ?? null });
  }
}
