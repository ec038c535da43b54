import type { Tag } from '@roost/contracts';
import { tagKey } from '@roost/text';
import { Button, Icon, Skeleton } from '@roost/ui';
import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult, type InfiniteData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { announce } from '../../app/common/announce.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { useText } from '../../i18n/use-text.js';
import { PeopleRows } from '../people/account-list.js';
import { stepThrough } from '../people/step-through.js';
import { FilterPlace } from '../statuses/filtered.js';
import { Post } from '../statuses/post.js';
import { tagQuery } from '../tag/follow-tag.js';
import { TagFollowButton } from '../tag/tag-follow-button.js';
import { NoMatches, type Kind } from './no-matches.js';
import { SearchProblem } from './search-problem.js';
import { facetsQuery, peopleFoundQuery, postsFoundQuery, tagsFoundQuery } from './search-query.js';
import { useNewer } from './use-newer.js';
import styles from './search.module.css';

interface FoundProps {
  query: string;
  onSearch: (query: string) => void;
}

/** Loading, refused, nothing, or what was found with a way to more. */
function Found<T>({
  kind,
  query,
  result,
  total,
  above,
  onSearch,
  children,
}: FoundProps & {
  kind: Kind;
  result: UseInfiniteQueryResult<InfiniteData<T[]>>;
  /** How many there are in all, once somebody has counted. */
  total?: { count: number; more: boolean } | undefined;
  above?: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  const t = useText();
  const items = result.data?.pages.flat() ?? [];
  const counted = total ?? { count: items.length, more: result.hasNextPage };
  const words = result.data ? t(`search.count.${kind}`, { count: counted.count, more: counted.more ? 'yes' : 'no' }) : null;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (result.isPending || (result.isError && !result.data) || items.length === 0) {
    return (
      <>
        {above}
        <div className="sheet flat">
          {result.isPending ? (
            <Skeleton label={t('search.loading')} />
          ) : result.isError ? (
            <SearchProblem error={result.error} query={query} onSearch={onSearch} onRetry={() => void result.refetch()} />
          ) : (
            <NoMatches query={query} kind={kind} onSearch={onSearch} />
          )}
        </div>
      </>
    );
  }
  return (
    <>
      <p className={styles.count}>
        <b>{words}</b>
        {kind === 'posts' && ` ${t('search.order')}`}
      </p>
      {above}
      <div className={`sheet flat ${styles.found}`}>{children(items)}</div>
      {result.hasNextPage && (
        <p className={styles.more}>
          <Button busy={result.isFetchingNextPage} onClick={() => void result.fetchNextPage()}>
            {t(kind === 'posts' ? 'search.more' : 'search.moreResults')}
          </Button>
        </p>
      )}
    </>
  );
}

export function PostsFound(props: FoundProps) {
  const list = useRef<HTMLDivElement>(null);
  const t = useText();
  const result = useInfiniteQuery(postsFoundQuery(props.query));
  const { data: facets } = useQuery({ ...facetsQuery(props.query), enabled: result.isSuccess });
  const newer = useNewer(props.query, result.data?.pages.flat() ?? [], result.isSuccess);
  const words = newer.count > 0 ? t('search.newer', { count: newer.count, more: newer.count >= 30 ? 'yes' : 'no' }) : null;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  useKeys({
    j: () => stepThrough(list.current, 1),
    k: () => stepThrough(list.current, -1),
    '.': () => newer.count > 0 && newer.show(),
  });
  const total = facets && { count: facets.total, more: facets.more };
  return (
    <Found
      kind="posts"
      result={result}
      total={total}
      above={
        words && (
          <div className={styles.newer}>
            <Button look="soft" onClick={newer.show}>
              {words}
            </Button>
          </div>
        )
      }
      {...props}
    >
      {(posts) => (
        <FilterPlace value="public">
          <div ref={list} className={styles.posts}>
            {posts.map((status) => (
              <Post
                key={status.id}
                status={status.reblog ?? status}
                boostedBy={status.reblog ? [status.account] : []}
                tabIndex={0}
                focusName={`found-${status.id}`}
              />
            ))}
          </div>
        </FilterPlace>
      )}
    </Found>
  );
}

export function PeopleFound(props: FoundProps) {
  const t = useText();
  const result = useInfiniteQuery(peopleFoundQuery(props.query));
  return (
    <Found kind="people" result={result} {...props}>
      {(people) => <PeopleRows people={people} label={t('search.kind.people')} />}
    </Found>
  );
}

export function TagsFound(props: FoundProps) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const result = useInfiniteQuery(tagsFoundQuery(props.query));
  useKeys({ j: () => stepThrough(list.current, 1), k: () => stepThrough(list.current, -1) });
  return (
    <Found kind="tags" result={result} {...props}>
      {(tags) => (
        <ul aria-label={t('search.kind.tags')} className={styles.tags} ref={list}>
          {tags.map((tag) => (
            <li key={tag.name}>
              <TagRow tag={tag} />
            </li>
          ))}
        </ul>
      )}
    </Found>
  );
}

function TagRow({ tag: found }: { tag: Tag }) {
  const t = useText();
  const key = tagKey(found.name);
  // The button changes the tag's own entry in the cache; until it does, what was found stands.
  const { data: tag = found } = useQuery({ ...tagQuery(key), enabled: false });
  const uses = tag.history.slice(0, 7).reduce((sum, day) => sum + Number(day.uses), 0);
  return (
    <>
      <Icon name="hash" />
      <span className="grow">
        <Link to="/tag/$tag" params={{ tag: tag.roost.written }} className={styles.tag} data-step data-focus={`tag-${key}`}>
          #{tag.roost.written}
        </Link>
        <br />
        <span className="muted small">{uses === 0 ? t('tag.quiet') : t('tag.week', { uses })}</span>
      </span>
      <TagFollowButton tag={tag} tagKey={key} small />
    </>
  );
}
