import { Button, Skeleton } from '@roost/ui';
import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { LoadFailure } from '../../app/common/load-failure.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import { useChannel } from '../../live/channels.js';
import { useOutbox } from '../composer/outbox.js';
import { FilterPlace, isFoldedIn, placeOf, withoutHidden } from '../statuses/filtered.js';
import { useNow } from '../statuses/use-now.js';
import { Feed } from './feed.js';
import { FeedRow } from './feed-row.js';
import { gapsKey, letIn } from './let-in.js';
import { NewPostsPill } from './new-posts-pill.js';
import { usePending } from './pending.js';
import { toRows, type Gap } from './rows.js';
import { flatten, timelineQuery, type Feed as FeedName } from './timeline-query.js';
import { useFillUp } from './use-fill-up.js';
import { useFlow } from './use-flow.js';
import { useReadingLine } from './use-reading-line.js';
import { withOutbox } from './with-outbox.js';
import styles from './timeline.module.css';

/** Comes with the composer: nothing is in the outbox before somebody wrote. */
const OutboxPost = lazy(() => import('../composer/outbox-post.js').then((file) => ({ default: file.OutboxPost })));

export interface TimelineProps {
  feed: FeedName;
  label: string;
  /** Shown when the feed has nothing at all. */
  empty: ReactNode;
}

/** A list that streams: what is loaded, what waits behind the pill, what is on its way out. */
export function Timeline({ feed, label, empty }: TimelineProps) {
  const t = useText();
  const client = useQueryClient();
  const { account } = useSession();
  const query = useInfiniteQuery(timelineQuery(feed));
  const place = placeOf(feed);
  const pending = usePending(feed);
  const { data: gaps } = useQuery<Gap[]>({ queryKey: gapsKey(feed), queryFn: skipToken, initialData: [], gcTime: Infinity });
  const line = useReadingLine(feed === 'home');
  const outbox = useOutbox(feed === 'home' || feed === 'company' ? 'top' : null, account.id);
  const [keepPlace, setKeepPlace] = useState(0);
  const [goToTop, setGoToTop] = useState(0);
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  useChannel(feed);

  const rows = useMemo(
    () =>
      withOutbox(
        toRows(withoutHidden(place, flatten(query.data?.pages)), {
          lastRead: line.lastRead,
          gaps,
          isAlone: (status) => isFoldedIn(place, status),
        }),
        outbox.map((entry) => entry.id),
        today,
      ),
    [query.data, place, line.lastRead, gaps, outbox, today],
  );

  const showNew = useCallback(
    (keep: boolean) => {
      if (keep) setKeepPlace((times) => times + 1);
      else setGoToTop((times) => times + 1);
      letIn(client, feed, { trim: !keep });
      if (!keep) document.getElementById('main')?.focus({ preventScroll: true });
    },
    [client, feed],
  );
  useKeys({
    '.': () => pending.statuses.length > 0 && showNew(false),
    'Shift+.': () => pending.statuses.length > 0 && showNew(true),
  });
  useFlow(feed, pending.statuses.length, () => letIn(client, feed, { trim: true }));
  useFillUp(rows.length === 0, query);
  // A list nobody has open must not grow in memory without end.
  useEffect(
    () => () => void (pending.statuses.length > 200 && letIn(client, feed, { trim: true })),
    [client, feed, pending.statuses.length],
  );

  if (query.isPending || line.isPending) {
    return (
      <div className={styles.loading}>
        <Skeleton label={t('timeline.loading')} />
      </div>
    );
  }
  if (query.isError && !query.data) {
    return (
      <div className="sheet flat">
        <LoadFailure title={t('timeline.failed')} query={query} />
      </div>
    );
  }
  return (
    <FilterPlace value={place}>
      <NewPostsPill statuses={pending.statuses} more={pending.gaps.length > 0} onShow={() => showNew(false)} />
      {rows.length === 0 ? (
        <div className="sheet flat">{empty}</div>
      ) : (
        <Feed
          id={feed}
          label={label}
          rows={rows}
          busy={query.isFetchingNextPage}
          keepPlace={keepPlace}
          goToTop={goToTop}
          onSeen={line.onSeen}
          onMore={() => {
            if (query.hasNextPage && !query.isFetching && !query.isFetchNextPageError) void query.fetchNextPage();
          }}
          renderRow={(row, context) =>
            row.kind === 'outbox' ? (
              <Suspense fallback={null}>
                <OutboxPost entryId={row.entryKey} tabIndex={context.tabIndex} />
              </Suspense>
            ) : (
              <FeedRow row={row} context={context} feed={feed} leftAt={line.at} />
            )
          }
        >
          <Foot
            failed={query.isFetchNextPageError}
            more={query.hasNextPage}
            loading={query.isFetchingNextPage}
            onRetry={() => void query.fetchNextPage()}
          />
        </Feed>
      )}
    </FilterPlace>
  );
}

/** The end of a list: loading, failed in place with what came kept, or the beginning of time. */
export function Foot({
  failed,
  more,
  loading,
  onRetry,
}: {
  failed: boolean;
  more: boolean;
  loading: boolean;
  onRetry: () => void;
}) {
  const t = useText();
  if (failed) {
    return (
      <p className={styles.foot}>
        {t('timeline.moreFailed')}{' '}
        <Button size="small" icon="refresh" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </p>
    );
  }
  if (loading) return <Skeleton rows={2} label={t('timeline.loading')} />;
  return more ? null : <p className={styles.foot}>{t('timeline.end')}</p>;
}
