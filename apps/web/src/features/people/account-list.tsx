import type { Account, Relationship } from '@roost/contracts';
import { Button, Skeleton } from '@roost/ui';
import { infiniteQueryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { api, type Page } from '../../api/client.js';
import { LoadFailure } from '../../app/common/load-failure.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { useText } from '../../i18n/use-text.js';
import { relationshipQuery } from '../relationships/follow-account.js';
import { AccountRow } from './account-row.js';
import { FollowButton } from './follow-button.js';
import { stepThrough } from './step-through.js';
import styles from './account-list.module.css';

/** A list of people by its address; `key` follows 'accounts' in the cache. */
function accountListQuery(key: readonly string[], path: string) {
  return infiniteQueryOptions({
    queryKey: ['accounts', ...key],
    queryFn: ({ pageParam, signal }): Promise<Page<Account>> => api.page<Account>(pageParam ?? path, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.items.length > 0 ? (last.next ?? null) : null),
  });
}

interface AccountListProps {
  cacheKey: readonly string[];
  path: string;
  label: string;
  empty: ReactNode;
  /** The follow button when left out. */
  actions?: (account: Account) => ReactNode;
  words?: (account: Account) => ReactNode;
}

/** People one below the other, more on request, with how the reader stands to each of them. */
export function AccountList({ cacheKey, path, label, empty, actions, words }: AccountListProps) {
  const t = useText();
  const query = useInfiniteQuery(accountListQuery(cacheKey, path));
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <Skeleton label={t('people.loading')} />;
  if (query.isError && !query.data) {
    return <LoadFailure title={t('people.failed')} query={query} />;
  }
  if (people.length === 0) return empty;
  return (
    <>
      <PeopleRows people={people} label={label} actions={actions} words={words} />
      {query.hasNextPage && (
        <p className={styles.more}>
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('people.more')}
          </Button>
        </p>
      )}
    </>
  );
}

/** The rows themselves, for people who are already here. */
export function PeopleRows({
  people,
  label,
  actions = (account) => <FollowButton account={account} small batched />,
  words,
}: Pick<AccountListProps, 'label' | 'actions' | 'words'> & { people: readonly Account[] }) {
  const list = useRef<HTMLUListElement>(null);
  useRelationships(people.map((person) => person.id));
  useKeys({ j: () => stepThrough(list.current, 1), k: () => stepThrough(list.current, -1) });
  return (
    <ul className={styles.list} aria-label={label} ref={list}>
      {people.map((account) => (
        <li key={account.id}>
          <AccountRow account={account} actions={actions(account)} words={words?.(account)} />
        </li>
      ))}
    </ul>
  );
}

/** Asks for many relationships with one request and keeps each under its own name in the cache. */
function useRelationships(ids: readonly string[]): void {
  const client = useQueryClient();
  useQuery({
    queryKey: ['relationships', ...ids],
    enabled: ids.length > 0,
    queryFn: async () => {
      for (let at = 0; at < ids.length; at += 80) {
        const part = await api.get<Relationship[]>('/api/v1/accounts/relationships', {
          query: { id: ids.slice(at, at + 80), with_suspended: true },
        });
        for (const entry of part) client.setQueryData(relationshipQuery(entry.id).queryKey, entry);
      }
      return ids.length;
    },
  });
}
