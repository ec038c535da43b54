import { EmptyState, Tabs } from '@roost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Page } from '../../app/shell/page.js';
import { useText } from '../../i18n/use-text.js';
import { Highlight } from '../statuses/highlight.js';
import { Facets } from './facets.js';
import { highlighter } from './highlight.js';
import type { Kind } from './no-matches.js';
import { OperatorHelp } from './operator-help.js';
import { PeopleFound, PostsFound, TagsFound } from './results.js';
import { SearchBar } from './search-bar.js';
import { placeOf } from './search-problem.js';
import { postsFoundQuery } from './search-query.js';
import styles from './search.module.css';

export const Route = createLazyRoute('/inside/search')({ component: SearchPage });

/** Posts, people and tags by words and operators. What is asked stands in the address. */
function SearchPage() {
  const t = useText();
  const navigate = useNavigate();
  const { q = '', type = 'posts' } = Route.useSearch();
  const [help, setHelp] = useState(q === '');
  const { error } = useInfiniteQuery({ ...postsFoundQuery(q), enabled: q !== '' && type === 'posts' });
  const wrong = type === 'posts' ? placeOf(error) : undefined;
  const find = useMemo(() => highlighter(q), [q]);
  const go = (query: string, kind: Kind = type) =>
    void navigate({
      to: '/search',
      search: { ...(query ? { q: query } : {}), ...(kind === 'posts' ? {} : { type: kind }) },
      resetScroll: false,
    });
  const search = (query: string) => go(query);
  const Found = { posts: PostsFound, people: PeopleFound, tags: TagsFound }[type];
  return (
    <Page title={t('search.title')} wide headingHidden>
      <div className={styles.top}>
        <SearchBar query={q} wrong={wrong} helpOpen={help} onHelp={() => setHelp(!help)} onSearch={search} />
        {help && <OperatorHelp />}
        <Tabs
          label={t('search.kinds')}
          items={(['posts', 'people', 'tags'] as const).map((id) => ({ id, label: t(`search.kind.${id}`) }))}
          selected={type}
          panelId="search-panel"
          onSelect={(kind) => go(q, kind)}
        />
      </div>
      <div id="search-panel" role="tabpanel" aria-label={t(`search.kind.${type}`)}>
        {q === '' ? (
          <div className="sheet flat">
            <EmptyState icon="search" title={t('search.start.title')}>
              <p>{t('search.start.words')}</p>
            </EmptyState>
          </div>
        ) : (
          <Highlight value={find}>
            <div className={type === 'posts' && !wrong ? styles.beside : undefined}>
              {type === 'posts' && !wrong && <Facets query={q} onSearch={search} />}
              <div className={styles.results}>
                <Found key={q} query={q} onSearch={search} />
              </div>
            </div>
          </Highlight>
        )}
      </div>
    </Page>
  );
}
