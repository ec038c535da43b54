import { Button, buttonClass, EmptyState } from '@roost/ui';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { queryTokens, without } from './query-tokens.js';
import { countsQuery } from './search-query.js';

export type Kind = 'posts' | 'people' | 'tags';
/** Fewer conditions are tried for this many operators: each is a search of its own. */
const mostTries = 3;
const words = { posts: 'search.inPosts', people: 'search.inPeople', tags: 'search.inTags' } as const;

/** Nothing here: says where there is something instead, in the other kinds or with one operator less. */
export function NoMatches({ query, kind, onSearch }: { query: string; kind: Kind; onSearch: (query: string) => void }) {
  const t = useText();
  const { data: counts } = useQuery(countsQuery(query));
  const tokens = kind === 'posts' ? queryTokens(query).filter((token) => token.operator) : [];
  const tries = tokens
    .slice(0, mostTries)
    .map((token) => ({ token: token.text, query: without(query, token) }))
    .filter((entry) => entry.query !== '');
  const found = useQueries({ queries: tries.map((entry) => countsQuery(entry.query)) });
  const looser = tries.flatMap((entry, index) => {
    const count = found[index]?.data?.posts ?? 0;
    return count > 0 ? [{ ...entry, count }] : [];
  });
  const others = (['posts', 'people', 'tags'] as const).filter((other) => other !== kind && (counts?.[other] ?? 0) > 0);
  const some = looser.length + others.length > 0;
  return (
    <EmptyState
      icon="search"
      title={t(`search.none.${kind}`, { q: query })}
      actions={
        some && (
          <>
            {looser.map((entry) => (
              <Button key={entry.token} onClick={() => onSearch(entry.query)}>
                {t(entry.count >= 40 ? 'search.withoutMany' : 'search.without', {
                  token: entry.token,
                  count: entry.count >= 40 ? 39 : entry.count,
                })}
              </Button>
            ))}
            {others.map((other) => (
              <Link
                key={other}
                to="/search"
                search={{ q: query, ...(other === 'posts' ? {} : { type: other }) }}
                className={buttonClass('line')}
              >
                {t(words[other], { count: counts?.[other] ?? 0 })}
              </Link>
            ))}
          </>
        )
      }
    >
      <p>{t(some ? 'search.none.elsewhere' : 'search.none.nowhere')}</p>
    </EmptyState>
  );
}
