import type { Account, Relationship, Status } from '@roost/contracts';
import { Button, EmptyState, Icon } from '@roost/ui';
import { useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { Page } from '../../api/client.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { useText } from '../../i18n/use-text.js';
import { useChannel } from '../../live/channels.js';
import { nameOf } from '../people/account-name.js';
import { FilterPlace, withoutHidden } from '../statuses/filtered.js';
import { Post } from '../statuses/post.js';
import { insert } from '../timelines/let-in.js';
import { NewPostsPill } from '../timelines/new-posts-pill.js';
import { takePending, usePending } from '../timelines/pending.js';
import { StatusList } from '../timelines/status-list.js';
import { belongsTo, pinnedQuery, postsPath, type PostsTab } from './profile-query.js';
import styles from './profile.module.css';

interface ProfilePostsProps {
  account: Account;
  tab: PostsTab;
  own: boolean;
  relationship: Relationship | undefined;
}

const postsTabs: PostsTab[] = ['posts', 'replies', 'media'];

/** What one account posted; new posts wait behind the pill like everywhere. */
export function ProfilePosts({ account, tab, own, relationship }: ProfilePostsProps) {
  const t = useText();
  const client = useQueryClient();
  const channel = `account:${account.id}` as const;
  const pending = usePending(channel);
  const waiting = pending.statuses.filter((status) => belongsTo(tab, status));
  useChannel(channel);

  const showNew = () => {
    const { statuses } = takePending(channel);
    for (const name of postsTabs) {
      client.setQueryData<InfiniteData<Page<Status>, string | null>>(['statuses', 'account', account.id, name], (before) =>
        insert(
          before,
          statuses.filter((status) => belongsTo(name, status)),
        ),
      );
    }
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  useKeys({ '.': () => waiting.length > 0 && showNew() });

  return (
    <FilterPlace value="account">
      {tab === 'posts' && <Pinned id={account.id} />}
      <NewPostsPill statuses={waiting} more={false} onShow={showNew} />
      <StatusList
        cacheKey={['account', account.id, tab]}
        path={postsPath(account.id, tab)}
        label={t(`profile.tab.${tab}`)}
        empty={
          <EmptyState
            birds="waiting"
            title={t(tab === 'media' ? 'profile.empty.media' : 'profile.empty.posts')}
            actions={
              own && (
                <Button look="primary" onClick={() => requestComposer({})}>
                  {t('profile.empty.own')}
                </Button>
              )
            }
          >
            {!own && (
              <p>
                {t(account.locked && !relationship?.following ? 'profile.locked.words' : 'profile.empty.words', {
                  name: nameOf(account),
                })}
              </p>
            )}
          </EmptyState>
        }
      />
    </FilterPlace>
  );
}

function Pinned({ id }: { id: string }) {
  const t = useText();
  const { data: all = [] } = useQuery(pinnedQuery(id));
  const pinned = withoutHidden('account', all);
  if (pinned.length === 0) return null;
  return (
    <section className={`sheet flat ${styles.pinned}`} aria-label={t('profile.pinned')}>
      {pinned.map((status) => (
        <div key={status.id} className={styles.pin}>
          <p className={styles.pinWord}>
            <Icon name="pin" small />
            {t('profile.pinned')}
          </p>
          <Post status={status} tabIndex={0} focusName={`pinned-${status.id}`} />
        </div>
      ))}
    </section>
  );
}
