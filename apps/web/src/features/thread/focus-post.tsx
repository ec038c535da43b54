import type { Account, Status } from '@roost/contracts';
import { Avatar, Button, cx, Icon, IconButton, MenuButton, Seal } from '@roost/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { clock, count, fullDate } from '../../i18n/format.js';
import { Rich, useText } from '../../i18n/use-text.js';
import { useSession } from '../../app/session.js';
import { FilterLine } from '../statuses/filter-line.js';
import { FoldedPost } from '../statuses/folded-post.js';
import { useGone } from '../statuses/gone.js';
import { Content } from '../statuses/post.js';
import { moreGroups } from '../statuses/post-actions.js';
import { onPostKey } from '../statuses/post-keys.js';
import { Stone } from '../statuses/stone.js';
import { useFilterFold } from '../statuses/use-filter-fold.js';
import { usePost } from '../statuses/use-post.js';
import { relationshipQuery, toggleFollow } from '../relationships/follow-account.js';
import styles from './focus-post.module.css';

/** The post a thread page is about, large, with everything known about it. */
export function FocusPost({ status: given, part }: { status: Status; part: { number: number; count: number } }) {
  const t = useText();
  const { i18n } = useLingui();
  const post = usePost(given);
  const [menuOpen, setMenuOpen] = useState(false);
  const filter = useFilterFold(post.status);
  const gone = useGone(given.id) ?? post.change?.deletedAt;
  const { status } = post;
  const { account } = status;
  const name = account.display_name || account.username;
  if (gone)
    return <Stone icon="trash" tabIndex={0} words={t('timeline.stone.deleted', { time: clock(new Date(gone), i18n.locale) })} />;
  if (filter.folded) return <FoldedPost status={status} tabIndex={0} titles={filter.titles} onShow={filter.toggle} />;
  const facts = [
    { id: 'thread.boosts', count: status.reblogs_count },
    { id: 'thread.likes', count: status.favourites_count },
  ] as const;
  return (
    <article
      className={styles.post}
      data-focused-post
      data-focus={status.id}
      data-status={status.id}
      tabIndex={0}
      aria-label={t('post.runLabel', { name, time: clock(new Date(status.created_at), i18n.locale) })}
      aria-describedby={`focused-${status.id}`}
      onKeyDown={(event) => onPostKey(event, post, () => setMenuOpen(true))}
    >
      <div className={styles.who}>
        <Link to="/@{$handle}" params={{ handle: account.acct }} tabIndex={-1} aria-hidden="true">
          <Avatar
            src={account.roost.has_avatar ? account.avatar : null}
            name={name}
            official={account.roost.official}
            size={48}
          />
        </Link>
        <div className="grow">
          <Link to="/@{$handle}" params={{ handle: account.acct }} className={styles.name}>
            <bdi>{name}</bdi>
            {account.roost.official && (
              <>
                {' '}
                <Seal label={t('post.official')} />
              </>
            )}
          </Link>
          <div className="muted small trunc">@{account.acct}</div>
        </div>
        {part.count > 1 && <span className={styles.part}>{t('composer.parts.part', part)}</span>}
        {!post.isOwn && <Follow account={account} />}
      </div>
      {filter.titles.length > 0 && <FilterLine titles={filter.titles} open onToggle={filter.toggle} />}
      <Content status={status} textId={`focused-${status.id}`} large={styles.text} />
      <div className={styles.facts}>
        <time dateTime={status.created_at}>{fullDate(new Date(status.created_at), i18n.locale)}</time>
        {status.visibility !== 'public' && <AudienceFact visibility={status.visibility} />}
        {facts
          .filter((fact) => fact.count > 0)
          .map((fact) => (
            <span key={fact.id}>
              <Rich id={fact.id} values={{ count: fact.count, shown: count(fact.count, i18n.locale) }} parts={{ 0: <b /> }} />
            </span>
          ))}
        {status.edited_at && (
          <span>
            {t('thread.edited')}{' '}
            <Link
              to="/@{$handle}/$post"
              params={{ handle: account.acct, post: status.id }}
              search={{ history: true }}
              className="tx"
              replace
            >
              {t('thread.history')}
            </Link>
          </span>
        )}
        {status.application?.name && <span>{t('thread.via', { app: status.application.name })}</span>}
      </div>
      <div className={styles.actions}>
        <Button look="quiet" icon="reply" disabled={!status.roost.can.reply} onClick={post.reply}>
          <span>{t('post.reply')}</span>
        </Button>
        <Button
          look="quiet"
          icon="boost"
          aria-pressed={status.reblogged}
          disabled={!status.roost.can.boost && !status.reblogged}
          className={cx(status.reblogged && styles.on)}
          onClick={() => post.toggle('reblogged')}
        >
          <span>{t(status.reblogged ? 'thread.boosted' : 'post.boost')}</span>
        </Button>
        {!post.isOwn && (
          <Button
            look="quiet"
            icon="like"
            aria-pressed={status.favourited}
            className={cx(status.favourited && styles.on, status.favourited && styles.filled)}
            onClick={() => post.toggle('favourited')}
          >
            <span>{t(status.favourited ? 'thread.liked' : 'post.like')}</span>
          </Button>
        )}
        <Button
          look="quiet"
          icon="save"
          aria-pressed={status.bookmarked}
          className={cx(status.bookmarked && styles.on, status.bookmarked && styles.filled)}
          onClick={() => post.toggle('bookmarked')}
        >
          <span>{t(status.bookmarked ? 'thread.saved' : 'post.save')}</span>
        </Button>
        <span className="end row">
          <IconButton icon="link" label={t('post.copyLink')} onClick={post.copyLink} className={styles.link} />
          <MenuButton label={t('post.more')} groups={() => moreGroups(post, t)} open={menuOpen} onOpenChange={setMenuOpen} />
        </span>
      </div>
    </article>
  );
}

function AudienceFact({ visibility }: { visibility: Exclude<Status['visibility'], 'public'> }) {
  const t = useText();
  return (
    <span>
      <Icon name={visibility === 'direct' ? 'mail' : visibility === 'private' ? 'lock' : 'eyeoff'} small />{' '}
      {t(`audience.${visibility}`)}
    </span>
  );
}

function Follow({ account }: { account: Account }) {
  const t = useText();
  const client = useQueryClient();
  const { account: me } = useSession();
  const { data: relationship } = useQuery(relationshipQuery(account.id));
  if (!relationship || account.id === me.id) return null;
  const word = relationship.following
    ? t('thread.following')
    : relationship.requested
      ? t('thread.requested')
      : t('thread.follow');
  return (
    <Button
      size="small"
      aria-pressed={relationship.following || relationship.requested}
      onClick={() => {
        toggleFollow(client, relationship).catch((error: unknown) =>
          toast({
            tone: 'trouble',
            words: t('thread.followFailed', { name: account.display_name || account.username, reason: failureSentence(error) }),
          }),
        );
      }}
    >
      {word}
    </Button>
  );
}
