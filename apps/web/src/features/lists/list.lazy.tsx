import { Button, buttonClass, EmptyState, ErrorState, Skeleton, Tabs } from '@roost/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { ApiError } from '../../api/api-error.js';
import { FailureWords } from '../../app/common/failure.js';
import { NotFoundWords } from '../../app/not-found.js';
import { Page } from '../../app/shell/page.js';
import { SearchBox } from '../../app/shell/search-box.js';
import { useText } from '../../i18n/use-text.js';
import { Timeline } from '../timelines/timeline.js';
import { ListMembers } from './list-members.js';
import { ListSettings } from './list-settings.js';
import { listQuery } from './lists-query.js';
import styles from './lists.module.css';

export const Route = createLazyRoute('/inside/lists/$list')({ component: ListPage });

/** What the members of a list post, as it comes; beside it who they are and what the list does. */
function ListPage() {
  const t = useText();
  const navigate = useNavigate();
  const { list: id } = Route.useParams();
  const { view = 'posts' } = Route.useSearch();
  const { data: list, error, isPending, refetch } = useQuery(listQuery(id));
  if (!list) {
    return (
      <Page title={t('nav.lists')} back>
        <div className="sheet flat">
          {isPending ? (
            <Skeleton label={t('timeline.loading')} />
          ) : error instanceof ApiError && error.status === 404 ? (
            <NotFoundWords level={2} />
          ) : (
            <ErrorState
              title={t('lists.failed')}
              actions={
                <Button look="primary" icon="refresh" onClick={() => void refetch()}>
                  {t('common.tryAgain')}
                </Button>
              }
            >
              <FailureWords error={error} />
            </ErrorState>
          )}
        </div>
      </Page>
    );
  }
  const tabs = (
    <Tabs
      label={t('lists.views')}
      items={(['posts', 'members'] as const).map((name) => ({ id: name, label: t(`lists.view.${name}`) }))}
      selected={view}
      panelId="list-panel"
      onSelect={(name) =>
        void navigate({
          to: '/lists/$list',
          params: { list: id },
          search: name === 'members' ? { view: name } : {},
          replace: true,
        })
      }
    />
  );
  return (
    <Page title={list.title} back aside={<SearchBox />}>
      <div className={styles.tabs}>{tabs}</div>
      <div id="list-panel" role="tabpanel" aria-label={t(`lists.view.${view}`)}>
        {view === 'members' ? (
          <>
            <ListMembers list={list} />
            <ListSettings key={list.id} list={list} />
          </>
        ) : (
          <Timeline
            key={id}
            feed={`list:${id}`}
            label={list.title}
            empty={
              <EmptyState
                birds="waiting"
                title={t('lists.empty')}
                actions={
                  <Link to="/lists/$list" params={{ list: id }} search={{ view: 'members' }} className={buttonClass('primary')}>
                    {t('lists.view.members')}
                  </Link>
                }
              >
                <p>{t('lists.empty.words')}</p>
              </EmptyState>
            }
          />
        )}
      </div>
    </Page>
  );
}
