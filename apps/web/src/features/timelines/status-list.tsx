import { Skeleton } from '@roost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useContext, useMemo, type ReactNode } from 'react';
import { LoadFailure } from '../../app/common/load-failure.js';
import { useText } from '../../i18n/use-text.js';
import { FilterPlace, isFoldedIn, withoutHidden } from '../statuses/filtered.js';
import { Feed } from './feed.js';
import { FeedRow } from './feed-row.js';
import { toRows } from './rows.js';
import { Foot } from './timeline.js';
import { flatten, statusListQuery } from './timeline-query.js';
import { useFillUp } from './use-fill-up.js';
import styles from './timeline.module.css';

export interface StatusListProps {
  /** Place in the cache below 'statuses', such as ['saved'] or ['account', id, 'posts']. */
  cacheKey: readonly string[];
  path: string;
  label: string;
  empty: ReactNode;
  /** Lists in another order than time (saved posts) are drawn without days and runs. */
  plain?: boolean;
}

/** A list of posts that does not stream. */
export function StatusList({ cacheKey, path, label, empty, plain }: StatusListProps) {
  const t = useText();
  const query = useInfiniteQuery(statusListQuery(cacheKey, path));
  const place = useContext(FilterPlace);
  const rows = useMemo(() => {
    const shown = withoutHidden(place, flatten(query.data?.pages));
    return plain ? plainRows(shown) : toRows(shown, { isAlone: (status) => isFoldedIn(place, status) });
  }, [query.data, place, plain]);
  useFillUp(rows.length === 0, query);
  if (query.isPending) {
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
  if (rows.length === 0) return <div className="sheet flat">{empty}</div>;
  return (
    <Feed
      id={cacheKey.join('-')}
      label={label}
      rows={rows}
      busy={query.isFetchingNextPage}
      onMore={() => {
        if (query.hasNextPage && !query.isFetching && !query.isFetchNextPageError) void query.fetchNextPage();
      }}
      renderRow={(row, context) => (row.kind === 'outbox' ? null : <FeedRow row={row} context={context} />)}
    >
      <Foot
        failed={query.isFetchNextPageError}
        more={query.hasNextPage}
        loading={query.isFetchingNextPage}
        onRetry={() => void query.fetchNextPage()}
      />
    </Feed>
  );
}

function plainRows(statuses: ReturnType<typeof flatten>): ReturnType<typeof toRows> {
  return statuses.map((status, index) => ({
    kind: 'post',
    key: status.id,
    entryId: status.id,
    status: status.reblog ?? status,
    boostedBy: status.reblog ? [status.account] : [],
    inRun: false,
    runGoesOn: false,
    first: index === 0,
    last: index === statuses.length - 1,
  }));
}
