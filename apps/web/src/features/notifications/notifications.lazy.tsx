import type { Notification } from '@roost/contracts';
import { Button, ConfirmDialog, EmptyState, IconButton, Skeleton, Tabs } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../../api/client.js';
import { announce } from '../../app/common/announce.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { LoadFailure } from '../../app/common/load-failure.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { Page } from '../../app/shell/page.js';
import { SearchBox } from '../../app/shell/search-box.js';
import { dayName, dayWord } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { onNotification } from '../../live/query-cache.js';
import { stepThrough } from '../people/step-through.js';
import { FilterPlace } from '../statuses/filtered.js';
import { useNow } from '../statuses/use-now.js';
import { FollowRequests } from './follow-requests.js';
import { groupNotifications } from './group-notifications.js';
import { NotificationRow } from './notification-row.js';
import { changeLists, letInNotifications, notificationsQuery, type Filter } from './notifications-query.js';
import { useMarkRead } from './use-mark-read.js';
import styles from './notifications.module.css';

export const Route = createLazyRoute('/inside/notifications')({ component: NotificationsPage });

/** What happened to the reader, by day. Seeing it marks it read on every device; dots stay for this visit. */
function NotificationsPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { type } = Route.useSearch();
  const filter: Filter = type ?? 'all';
  const [clearing, setClearing] = useState(false);
  const clear = async () => {
    setClearing(false);
    try {
      await api.post('/api/v1/notifications/clear');
      changeLists(client, () => []);
      void client.invalidateQueries({ queryKey: ['unread'] });
    } catch (error) {
      toast({ words: failureSentence(error), tone: 'trouble' });
    }
  };
  return (
    <Page
      title={t('notifications.title')}
      actionsInBar
      aside={<SearchBox />}
      actions={
        <span className="row">
          <Tabs
            label={t('notifications.filter')}
            items={(['all', 'mentions'] as const).map((id) => ({ id, label: t(`notifications.filter.${id}`) }))}
            selected={filter}
            panelId="notifications-panel"
            onSelect={(id) =>
              void navigate({ to: '/notifications', search: id === 'mentions' ? { type: id } : {}, replace: true })
            }
          />
          <IconButton icon="trash" label={t('notifications.clear')} onClick={() => setClearing(true)} />
        </span>
      }
    >
      <div id="notifications-panel" role="tabpanel" aria-label={t(`notifications.filter.${filter}`)}>
        {filter === 'all' && <FollowRequests />}
        <FilterPlace value="notifications">
          <List key={filter} filter={filter} />
        </FilterPlace>
      </div>
      <ConfirmDialog
        open={clearing}
        title={t('notifications.clear.title')}
        confirmLabel={t('notifications.clear')}
        cancelLabel={t('people.cancel')}
        onCancel={() => setClearing(false)}
        onConfirm={() => void clear()}
      >
        <p>{t('notifications.clear.words')}</p>
      </ConfirmDialog>
    </Page>
  );
}

/** What arrives while the page is open, until the reader lets it in. */
function useFresh(filter: Filter) {
  const t = useText();
  const client = useQueryClient();
  const [fresh, setFresh] = useState<Notification[]>([]);
  useEffect(
    () =>
      onNotification((item) => {
        if (item.type === 'follow_request') void client.invalidateQueries({ queryKey: ['follow-requests'] });
        else if (filter === 'all' || item.type === 'mention') setFresh((before) => [item, ...before]);
      }),
    [client, filter],
  );
  const words = fresh.length > 0 ? t('notifications.new', { count: fresh.length }) : null;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  const show = () => {
    letInNotifications(client, fresh);
    setFresh([]);
    scrollTo({ top: 0 });
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return { words, show };
}

function List({ filter }: { filter: Filter }) {
  const t = useText();
  const { i18n } = useLingui();
  const client = useQueryClient();
  const now = new Date(useNow());
  const list = useRef<HTMLDivElement>(null);
  const query = useInfiniteQuery(notificationsQuery(filter));
  const { words, show } = useFresh(filter);
  // Requests stand above the list, for as long as they wait for an answer.
  const items = useMemo(
    () => query.data?.pages.flatMap((page) => page.items).filter((item) => item.type !== 'follow_request') ?? [],
    [query.data],
  );
  useMarkRead(query.data?.pages[0]?.items[0]?.id);
  useKeys({
    j: () => stepThrough(list.current, 1),
    k: () => stepThrough(list.current, -1),
    '.': () => words !== null && show(),
  });
  // The next visit begins with the server's word: what is unread then, and what came meanwhile.
  useEffect(
    () => () => void client.invalidateQueries({ queryKey: ['statuses', 'notifications'], refetchType: 'none' }),
    [client],
  );
  const dismiss = async (ids: string[]) => {
    changeLists(client, (before) => before.filter((item) => !ids.includes(item.id)));
    try {
      await Promise.all(ids.map((id) => api.post(`/api/v1/notifications/${id}/dismiss`)));
    } catch (error) {
      toast({ words: failureSentence(error), tone: 'trouble' });
      void client.invalidateQueries({ queryKey: ['statuses', 'notifications'] });
    }
  };
  if (query.isPending) {
    return (
      <div className="sheet flat">
        <Skeleton label={t('notifications.loading')} />
      </div>
    );
  }
  if (query.isError && !query.data) {
    return (
      <div className="sheet flat">
        <LoadFailure title={t('notifications.failed')} query={query} />
      </div>
    );
  }
  return (
    <div ref={list}>
      {words && (
        <div className={styles.fresh}>
          <Button look="primary" onClick={show}>
            {words}
          </Button>
        </div>
      )}
      {items.length === 0 && (
        <div className="sheet flat">
          <EmptyState birds="done" title={t(`notifications.empty.${filter}`)}>
            <p>{t('notifications.empty.words')}</p>
          </EmptyState>
        </div>
      )}
      {groupNotifications(items).map(({ day, groups }) => {
        const date = new Date(day);
        const word = dayWord(date, now, t);
        return (
          <section key={day} aria-label={dayName(date, i18n.locale)}>
            <p className={styles.band}>
              {word && <b>{word}</b>}
              <span>{dayName(date, i18n.locale)}</span>
            </p>
            <ul className={`sheet flat ${styles.list}`}>
              {groups.map((group) => (
                <li key={group.key}>
                  <NotificationRow group={group} onDismiss={() => void dismiss(group.items.map((item) => item.id))} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {query.hasNextPage && (
        <p className={styles.more}>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('notifications.older')}
          </Button>
        </p>
      )}
    </div>
  );
}
