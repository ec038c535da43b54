import type { StatusContext } from '@roost/contracts';
import { Button, ErrorState, Skeleton } from '@roost/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/api-error.js';
import { FailureWords } from '../../app/common/failure.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { NotFoundWords } from '../../app/not-found.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { Page } from '../../app/shell/page.js';
import { useText } from '../../i18n/use-text.js';
import { useChannel } from '../../live/channels.js';
import { FilterPlace, withoutHidden } from '../statuses/filtered.js';
import { findCachedStatus } from '../statuses/status-cache.js';
import { takePending, usePending } from '../timelines/pending.js';
import { FocusPost } from './focus-post.js';
import { HistoryDialog } from './history-dialog.js';
import { PostOrStone } from './post-or-stone.js';
import { Replies } from './replies.js';
import { ReplyBox } from './reply-box.js';
import { ThreadAside } from './thread-aside.js';
import { contextQuery, statusQuery } from './thread-query.js';
import { threadTree } from './thread-tree.js';
import { useThreadKeys } from './use-thread-keys.js';
import styles from './thread.module.css';

export const Route = createLazyRoute('/inside/@{$handle}/$post')({ component: ThreadPage });

function ThreadPage() {
  const { post } = Route.useParams();
  return (
    <FilterPlace value="thread">
      <Thread key={post} id={post} />
    </FilterPlace>
  );
}

function Thread({ id }: { id: string }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const { history } = Route.useSearch();
  const status = useQuery({ ...statusQuery(id), placeholderData: () => findCachedStatus(client, id) });
  const context = useQuery(contextQuery(id));
  const pending = usePending(`thread:${id}`);
  const [newest, setNewest] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useChannel(`thread:${id}`);

  const focused = status.data;
  const ancestors = withoutHidden('thread', context.data?.ancestors ?? []);
  const tree = focused ? threadTree(focused, ancestors, withoutHidden('thread', context.data?.descendants ?? [])) : undefined;
  useScrollToFocused(list, Boolean(focused), context.isSuccess);
  useThreadKeys(list);
  useKeys({
    r: () => {
      if (!focused?.roost.can.reply) return false;
      requestComposer({ replyTo: focused });
      return true;
    },
    u: () => {
      const parent = context.data?.ancestors.at(-1);
      if (!parent) return false;
      void navigate({ to: '/@{$handle}/$post', params: { handle: parent.account.acct, post: parent.id } });
      return true;
    },
    Escape: () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/home' })),
  });

  const showNew = () => {
    const { statuses } = takePending(`thread:${id}`);
    client.setQueryData<StatusContext>(contextQuery(id).queryKey, (before) => {
      const known = new Set(before?.descendants.map((entry) => entry.id));
      return (
        before && {
          ...before,
          descendants: [...before.descendants, ...statuses.toReversed().filter((entry) => !known.has(entry.id))],
        }
      );
    });
  };
  // The address keeps the handle of the author, whatever a link said.
  useEffect(() => {
    if (focused && !location.pathname.startsWith(`/@${focused.account.acct}/`)) {
      void navigate({
        to: '/@{$handle}/$post',
        params: { handle: focused.account.acct, post: id },
        search: (before) => before,
        replace: true,
      });
    }
  }, [focused, id, navigate]);

  const note = tree && tree.posts > 1 ? t('thread.counts', { posts: tree.posts, people: tree.people.length }) : undefined;
  return (
    <Page
      title={t('thread.title')}
      note={note}
      back
      aside={tree && focused && <ThreadAside tree={tree} focused={focused} ancestors={context.data?.ancestors ?? []} />}
    >
      <div className={`sheet flat ${styles.sheet}`} ref={list}>
        {status.isPending && <Skeleton label={t('timeline.loading')} rows={3} />}
        {status.isError && !focused && <Failed error={status.error} onRetry={() => void status.refetch()} />}
        {focused && tree && (
          <>
            {ancestors.length > 0 && (
              <div className={styles.parents}>
                {ancestors.map((ancestor) => (
                  <PostOrStone key={ancestor.id} status={ancestor} />
                ))}
              </div>
            )}
            {focused.in_reply_to_id && context.isSuccess && context.data.ancestors.length === 0 && (
              <p className={styles.stone}>{t('thread.parentGone')}</p>
            )}
            <FocusPost status={focused} part={tree.part} />
            {tree.continuation.map((part, index) => (
              <div className={styles.continued} data-continued key={part.id}>
                <PostOrStone
                  status={part}
                  part={t('composer.parts.part', { number: tree.part.number + index + 1, count: tree.part.count })}
                />
              </div>
            ))}
            <ReplyBox focused={focused} others={context.data?.ancestors ?? []} />
            {context.isPending && <Skeleton label={t('timeline.loading')} rows={2} />}
            {context.isError && !context.data && <Failed error={context.error} onRetry={() => void context.refetch()} />}
            {context.data && <Replies focused={focused} tree={tree} newest={newest} onOrder={setNewest} />}
            {pending.statuses.length > 0 && (
              <div className={styles.fresh}>
                <Button look="soft" onClick={showNew}>
                  {t('thread.newReplies', { count: pending.statuses.length })}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      {history && focused && (
        <HistoryDialog
          status={focused}
          onClose={() =>
            void navigate({
              to: '/@{$handle}/$post',
              params: { handle: focused.account.acct, post: id },
              search: {},
              replace: true,
            })
          }
        />
      )}
    </Page>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  if (error instanceof ApiError && error.status === 404) return <NotFoundWords level={2} />;
  return (
    <ErrorState
      title={t('timeline.failed')}
      actions={
        <Button look="primary" icon="refresh" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    >
      <FailureWords error={error} />
    </ErrorState>
  );
}

/** The focused post stands below the header once what is above it is known; not at the page top, and only the first time. */
function useScrollToFocused(list: React.RefObject<HTMLDivElement | null>, drawn: boolean, complete: boolean): void {
  const done = useRef(false);
  useLayoutEffect(() => {
    if (!drawn || !complete || done.current) return;
    done.current = true;
    const post = list.current?.querySelector<HTMLElement>('[data-focused-post]');
    if (!post || post.offsetTop < 200 || scrollY > 8) return;
    post.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [drawn, complete, list]);
}
