import type { Status } from '@roost/contracts';
import { Icon, Tabs } from '@roost/ui';
import { useState } from 'react';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import { OutboxPost } from '../composer/outbox-post.js';
import { useOutbox } from '../composer/outbox.js';
import { PostOrStone } from './post-or-stone.js';
import { countReplies, type ReplyNode, type ThreadTree } from './thread-tree.js';
import styles from './thread.module.css';

interface RepliesProps {
  focused: Status;
  tree: ThreadTree;
  newest: boolean;
  onOrder: (newest: boolean) => void;
}

/** Replies one level deep; what is deeper opens on request. */
export function Replies({ focused, tree, newest, onOrder }: RepliesProps) {
  const t = useText();
  const { account } = useSession();
  const outbox = useOutbox(focused.id, account.id);
  const total = countReplies(tree.replies);
  const ordered = newest ? tree.replies.toReversed() : tree.replies;
  if (total === 0 && outbox.length === 0) return <p className={styles.none}>{t('thread.noReplies')}</p>;
  return (
    <>
      <div className={styles.order}>
        <h2 className={styles.count}>{t('thread.replies', { count: total })}</h2>
        {tree.replies.length > 1 && (
          <Tabs
            look="segment"
            label={t('thread.order')}
            items={[
              { id: 'order', label: t('thread.inOrder') },
              { id: 'newest', label: t('thread.newest') },
            ]}
            selected={newest ? 'newest' : 'order'}
            panelId="replies"
            onSelect={(id) => onOrder(id === 'newest')}
          />
        )}
      </div>
      <div id="replies" role="tabpanel" aria-label={t('thread.replies', { count: total })}>
        {ordered.map((node) => (
          <Reply key={node.status.id} node={node} />
        ))}
        {outbox.toReversed().map((entry) => (
          <OutboxPost key={entry.id} entryId={entry.id} tabIndex={0} />
        ))}
      </div>
    </>
  );
}

function Reply({ node }: { node: ReplyNode }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const shown = node.replies;
  return (
    <div className={styles.reply}>
      <div className={shown.length > 0 ? styles.hasChildren : undefined}>
        <PostOrStone status={node.status} />
      </div>
      {shown.map((child, index) => (
        <div key={child.status.id} className={index === shown.length - 1 ? `${styles.child} ${styles.lastChild}` : styles.child}>
          <PostOrStone status={child.status} child />
          {child.replies.length > 0 && !open && (
            <button type="button" className={styles.more} onClick={() => setOpen(true)}>
              <Icon name="down" small />
              {t('thread.showReplies', { count: countReplies(child.replies) })}
            </button>
          )}
          {open && <Deeper nodes={child.replies} />}
        </div>
      ))}
    </div>
  );
}

/** Everything below the first level, in one column, so that deep talk does not run out of the page. */
function Deeper({ nodes }: { nodes: ReplyNode[] }) {
  return nodes.map((node) => (
    <div key={node.status.id}>
      <PostOrStone status={node.status} child />
      <Deeper nodes={node.replies} />
    </div>
  ));
}
