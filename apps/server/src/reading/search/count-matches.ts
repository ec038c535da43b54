import { Injectable } from '@nestjs/common';
import type { SearchFacets } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { Database, statement } from '../../platform/database/database.js';
import { type CountRow, MOST_COUNTED } from './count-statement.js';
import { loosenQuery } from './query/loosen-query.js';
import { parseQuery } from './query/parse-query.js';
import type { Condition } from './query/query.js';
import { StatusSearchRepository } from './status-search.repository.js';

// Index: tag_pkey.
const TAGS = statement('search-facet-tags', 'select t.id, t.name, t.written from tag t where t.id = any($1::bigint[])');

const NOTHING: SearchFacets = {
  total: 0,
  more: false,
  days: [],
  people: [],
  tags: [],
  languages: [],
  has: { image: 0, link: 0, alt: 0 },
  is: { official: 0, reply: 0, sensitive: 0 },
};

/**
 * What the posts that a search finds have in common, so that it can be narrowed down. Where one value excludes the others
 * (who wrote it, in which language, when), they are counted as if none had been chosen: that is how another one is found.
 * At most four counts and three look-ups, whatever was typed.
 */
@Injectable()
export class CountMatches {
  constructor(
    private readonly found: StatusSearchRepository,
    private readonly database: Database,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  /** @throws SearchTooLong SearchTooComplex UnknownOperator BadOperatorValue SearchTooBroad */
  async run(viewerId: string, q: string): Promise<SearchFacets> {
    const query = parseQuery(q);
    if (query === null) return NOTHING;
    const names = await this.found.names(viewerId, query);
    const rows = await this.found.count({ names, query, authorId: null });
    const without = async (...kinds: Condition['kind'][]): Promise<CountRow[]> => {
      const looser = loosenQuery(query, kinds);
      return looser === null ? rows : this.found.count({ names, query: looser, authorId: null });
    };
    const people = of(await without('from'), 'person');
    const languages = of(await without('lang'), 'language');
    const days = of(await without('since', 'until'), 'day');
    const tags = of(rows, 'tag');
    const [accounts, written] = await Promise.all([
      this.accounts.byIds(people.map(({ name }) => name)),
      this.tagNames(tags.map(({ name }) => name)),
    ]);
    return {
      total: one(rows, 'seen'),
      more: one(rows, 'found') >= MOST_COUNTED,
      days: days.map(({ name, posts }) => ({ day: name, posts })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      people: people.flatMap(({ name, posts }) => {
        const account = accounts.get(name);
        return account ? [{ account: this.presenter.present(account), posts }] : [];
      }),
      tags: tags.flatMap(({ name, posts }) => {
        const tag = written.get(name);
        return tag ? [{ ...tag, posts }] : [];
      }),
      languages: languages.map(({ name, posts }) => ({ code: name, posts })),
      has: { image: one(rows, 'has', 'image'), link: one(rows, 'has', 'link'), alt: one(rows, 'has', 'alt') },
      is: {
        official: one(rows, 'is', 'official'),
        reply: one(rows, 'is', 'reply'),
        sensitive: one(rows, 'is', 'sensitive'),
      },
    };
  }

  private async tagNames(ids: readonly string[]): Promise<Map<string, { name: string; written: string }>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read<{ id: string; name: string; written: string }>(TAGS, [ids]);
    return new Map(rows.map(({ id, name, written }) => [id, { name, written }]));
  }
}

function of(rows: readonly CountRow[], kind: CountRow['kind']): { name: string; posts: number }[] {
  return rows.flatMap((row) => (row.kind === kind ? [{ name: row.name, posts: Number(row.posts) }] : []));
}

function one(rows: readonly CountRow[], kind: CountRow['kind'], name = ''): number {
  return Number(rows.find((row) => row.kind === kind && row.name === name)?.posts ?? 0);
}
