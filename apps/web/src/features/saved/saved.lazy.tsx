import { EmptyState, Tabs } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Page } from '../../app/shell/page.js';
import { SearchBox } from '../../app/shell/search-box.js';
import { useText } from '../../i18n/use-text.js';
import { StatusList } from '../timelines/status-list.js';

export const Route = createLazyRoute('/inside/saved')({ component: SavedPage });

const lists = { saved: '/api/v1/bookmarks', likes: '/api/v1/favourites' } as const;

/** What the reader kept: saved posts, and those they liked. */
function SavedPage() {
  const t = useText();
  const navigate = useNavigate();
  const { list = 'saved' } = Route.useSearch();
  useFresh(list);
  const tabs = (
    <Tabs
      label={t('saved.tabs')}
      items={(['saved', 'likes'] as const).map((id) => ({ id, label: t(`saved.tab.${id}`) }))}
      selected={list}
      panelId="saved-panel"
      onSelect={(id) => void navigate({ to: '/saved', search: id === 'likes' ? { list: id } : {}, replace: true })}
    />
  );
  return (
    <Page title={t('saved.title')} actions={tabs} actionsInBar aside={<SearchBox />}>
      <div id="saved-panel" role="tabpanel" aria-label={t(`saved.tab.${list}`)}>
        {list === 'saved' && <p className="vh">{t('saved.only')}</p>}
        <StatusList
          key={list}
          cacheKey={[list]}
          path={lists[list]}
          label={t(`saved.tab.${list}`)}
          plain
          empty={
            <EmptyState icon={list === 'saved' ? 'save' : 'like'} title={t(`saved.empty.${list}`)}>
              <p>{t(list === 'saved' ? 'saved.empty.saved.words' : 'saved.empty.likes.words')}</p>
            </EmptyState>
          }
        />
      </div>
    </Page>
  );
}

/** What was saved or liked elsewhere since the last visit stands here too; while the page is open nothing moves. */
function useFresh(list: keyof typeof lists): void {
  const client = useQueryClient();
  useEffect(() => () => void client.invalidateQueries({ queryKey: ['statuses', list], refetchType: 'none' }), [client, list]);
}
