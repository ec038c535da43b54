import { cx, Icon, MenuButton, type IconName, type MenuGroup } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { count } from '../../i18n/format.js';
import { singleKeysEnabled } from '../../app/keys/use-keys.js';
import { useText } from '../../i18n/use-text.js';
import type { PostHandle } from './use-post.js';
import styles from './post-actions.module.css';

interface PostActionsProps {
  post: PostHandle;
  /** The menu can also be opened by a key of the row. */
  menuOpen: boolean;
  onMenuOpen: (open: boolean) => void;
  /** Floats over the row instead of taking room; for the inner lines of a run. */
  floating?: boolean;
}

/** Reply, boost and like with their counts; save and more appear on hover, focus and touch. */
export function PostActions({ post, menuOpen, onMenuOpen, floating }: PostActionsProps) {
  const t = useText();
  const { status } = post;
  return (
    <div className={cx(styles.actions, floating && styles.floating)}>
      <Act
        icon="reply"
        label={t('post.reply')}
        value={status.replies_count}
        keys="R"
        disabled={!status.roost.can.reply}
        onClick={post.reply}
      />
      <Act
        icon="boost"
        label={t('post.boost')}
        value={status.reblogs_count}
        keys="B"
        pressed={status.reblogged}
        disabled={!status.roost.can.boost && !status.reblogged}
        onClick={() => post.toggle('reblogged')}
      />
      <Act
        icon="like"
        label={t('post.like')}
        value={status.favourites_count}
        keys="L"
        pressed={status.favourited}
        disabled={post.isOwn}
        onClick={() => post.toggle('favourited')}
      />
      <Act
        icon="save"
        label={t('post.save')}
        value={0}
        keys="S"
        pressed={status.bookmarked}
        faint={!status.bookmarked}
        onClick={() => post.toggle('bookmarked')}
      />
      <span className={cx(styles.more, styles.faint)}>
        <MenuButton
          label={t('post.more')}
          keys={singleKeysEnabled() ? 'M' : undefined}
          groups={() => moreGroups(post, t)}
          open={menuOpen}
          onOpenChange={onMenuOpen}
          className={styles.moreButton}
        >
          <Icon name="more" />
        </MenuButton>
      </span>
    </div>
  );
}

interface ActProps {
  icon: IconName;
  label: string;
  value: number;
  keys: string;
  pressed?: boolean;
  disabled?: boolean;
  faint?: boolean;
  onClick: () => void;
}

function Act({ icon, label, value, keys, pressed, disabled, faint, onClick }: ActProps) {
  const { i18n } = useLingui();
  // One's own post cannot be liked, but how many like it stays readable.
  if (disabled && value === 0) return <span className={cx(styles.act, styles.gone)} />;
  const inside = (
    <>
      <Icon name={icon} />
      <span className="vh">{value > 0 ? `${label}, ` : label}</span>
      {value > 0 && <span>{count(value, i18n.locale)}</span>}
    </>
  );
  if (disabled) return <span className={styles.act}>{inside}</span>;
  return (
    <button
      type="button"
      className={cx(styles.act, pressed && styles.on, pressed && icon !== 'boost' && styles.filled, faint && styles.faint)}
      aria-pressed={pressed}
      title={singleKeysEnabled() ? `${label} (${keys})` : label}
      onClick={onClick}
    >
      {inside}
    </button>
  );
}

/** The menu of a post: what only sometimes is wanted, what only its author may do last. */
export function moreGroups(post: PostHandle, t: ReturnType<typeof useText>): MenuGroup[] {
  const { status, isOwn } = post;
  const { can } = status.roost;
  const groups: MenuGroup[] = [
    {
      items: [
        { id: 'open', icon: 'reply', label: t('post.openThread'), keys: '↵', onAction: post.open },
        {
          id: 'save',
          icon: 'save',
          label: t(status.bookmarked ? 'post.unsave' : 'post.save'),
          keys: 'S',
          onAction: () => post.toggle('bookmarked'),
        },
        {
          id: 'author',
          icon: 'user',
          label: t('post.openAuthor', { name: status.account.acct }),
          keys: 'A',
          onAction: post.openAuthor,
        },
        { id: 'link', icon: 'link', label: t('post.copyLink'), onAction: post.copyLink },
        { id: 'text', icon: 'copy', label: t('post.copyText'), onAction: post.copyText },
        ...(status.edited_at
          ? [{ id: 'history', icon: 'clock' as const, label: t('post.history'), onAction: post.openHistory }]
          : []),
        {
          id: 'mute',
          icon: 'bell',
          label: t(status.muted ? 'post.unmuteThread' : 'post.muteThread'),
          onAction: () => post.toggle('muted'),
        },
      ],
    },
  ];
  const own = [
    ...(can.pin
      ? [
          {
            id: 'pin',
            icon: 'pin' as const,
            label: t(status.pinned ? 'post.unpin' : 'post.pin'),
            onAction: () => post.toggle('pinned'),
          },
        ]
      : []),
    ...(can.edit ? [{ id: 'edit', icon: 'edit' as const, label: t('post.edit'), onAction: post.edit }] : []),
    ...(can.delete
      ? [
          {
            id: 'delete',
            icon: 'trash' as const,
            label: t(isOwn ? 'post.delete' : 'post.remove'),
            danger: true,
            onAction: post.remove,
          },
        ]
      : []),
  ];
  if (own.length > 0) groups.push({ items: own });
  if (!isOwn) groups.push({ items: [{ id: 'report', icon: 'flag', label: t('post.report'), onAction: post.report }] });
  return groups;
}
