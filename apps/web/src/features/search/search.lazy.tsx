import { EmptyState, Tabs } from '@roost/ui';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../app/shell/page.js';
import { useText } from '../../i18n/use-text.js';
import type { Kind } from './no-matches.js';
import { OperatorHelp } from './operator-help.js';
import { PeopleFound, PostsFound, TagsFound } from './results.js';
import { SearchBar } from './search-bar.js';
import styles from './search.module.css';

export const Route = createLazyRoute('/inside/search')({ component: SearchPage });

/** Posts, people and tags by words and operators. What is asked stands in the address. */
function SearchPage() {
  const t = useText();
  const navigate = useNavigate();
  const { q = '', type = 'posts' } = Route.useSearch();
  const [help, setHelp] = useState(q === '');
  const go = (query: string, kind: Kind = type) =>
    void navigate({
      to: '/search',
      search: { ...(query ? { q: query } : {}), ...(kind === 'posts' ? {} : { type: kind }) },
      resetScroll: false,
    });
  const Found = { posts: PostsFound, people: PeopleFound, tags: TagsFound }[type];
  return (
    <Page title={t('search.title')}>
      <div className={styles.top}>
        <SearchBar key={q} query={q} helpOpen={help} onHelp={() => setHelp(!help)} onSearch={(query) => go(query)} />
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
          <Found key={q} query={q} onSearch={(query: string) => go(query)} />
        )}
      </div>
    </Page>
  );
}
