import type { Account, Status } from '@roost/contracts';
import { Avatar, Button, cx, Icon, Seal } from '@roost/ui';
import { Link } from '@tanstack/react-router';
import { useLingui } from '@lingui/react';
import { lazy, Suspense, useContext, useState, type ReactNode } from 'react';
import { clock } from '../../i18n/format.js';
import { Rich, useText } from '../../i18n/use-text.js';
import { FilterLine } from './filter-line.js';
import { FilterPlace, filterTitles } from './filtered.js';
import { FoldedPost } from './folded-post.js';
import { byline } from './byline.js';
import type { MediaVeilProps } from '../filters/media-veil.js';
import { PostActions } from './post-actions.js';
import { onPostKey } from './post-keys.js';
import { PostMedia } from './post-media.js';
import { LatePoll } from './poll/late-poll.js';
import { Marked, PostText } from './post-text.js';
import { PostTime } from './post-time.js';
import { Stone } from './stone.js';
import { useFilterFold } from './use-filter-fold.js';
import { useUnfolded } from './unfolded.js';
import { usePost } from './use-post.js';
import styles from './post.module.css';

const MediaVeil = lazy(() => import('../filters/media-veil.js').then((file) => ({ default: file.MediaVeil })));

export interface PostProps {
  status: Status;
  /** People who boosted it, the first one first; the row then says so. */
  boostedBy?: Account[];
  /** A later line of a run: no picture, no name, its time on the right. */
  inRun?: boolean;
  /** Not the last line of its run: its tools float, so that the lines stay together. */
  runGoesOn?: boolean;
  /** A reply under a reply, drawn smaller. */
  child?: boolean;
  /** "2 of 2" */
  part?: string;
  /** Position in the feed, counted from 1. */
  position?: number;
  tabIndex?: number;
  /** Names the row for focus that returns. */
  focusName?: string;
  footer?: ReactNode;
}

/** One post in a list. Its own keys act while the focus is on it or in it. */
export function Post({
  status: given,
  boostedBy = [],
  inRun,
  runGoesOn,
  child,
  part,
  position,
  tabIndex = -1,
  focusName,
  footer,
}: PostProps) {
  const t = useText();
  const { i18n } = useLingui();
  const post = usePost(given);
  const [menuOpen, setMenuOpen] = useState(false);
  const { status, change } = post;
  const filter = useFilterFold(status, focusName);
  const { account } = status;
  const name = account.display_name || account.username;
  const ids = { name: `n-${focusName ?? status.id}`, text: `x-${focusName ?? status.id}` };
  if (change?.deletedAt) {
    return (
      <Stone
        icon="trash"
        focusName={focusName}
        tabIndex={tabIndex}
        words={t('post.stone.deletedByYou', { time: clock(new Date(change.deletedAt), i18n.locale) })}
      />
    );
  }
  if (filter.folded)
    return (
      <FoldedPost
        status={status}
        position={position}
        tabIndex={tabIndex}
        focusName={focusName}
        titles={filter.titles}
        onShow={filter.toggle}
      />
    );
  const floating = runGoesOn && status.replies_count + status.reblogs_count + status.favourites_count === 0;
  return (
    <article
      className={cx(styles.post, inRun && styles.run, child && styles.child, runGoesOn && styles.goesOn)}
      tabIndex={tabIndex}
      data-focus={focusName ?? status.id}
      data-status={status.id}
      aria-posinset={position}
      aria-setsize={position ? -1 : undefined}
      aria-label={inRun ? t('post.runLabel', { name, time: clock(new Date(status.created_at), i18n.locale) }) : undefined}
      aria-labelledby={inRun ? undefined : ids.name}
      aria-describedby={ids.text}
      onKeyDown={(event) => onPostKey(event, post, () => setMenuOpen(true))}
    >
      {boostedBy.length > 0 && <Boosters people={boostedBy} />}
      {inRun ? (
        <span />
      ) : (
        <Link to="/@{$handle}" params={{ handle: account.acct }} tabIndex={-1} aria-hidden="true">
          <Avatar src={account.roost.has_avatar ? account.avatar_static : null} name={name} official={account.roost.official} />
        </Link>
      )}
      <div className={styles.body}>
        {inRun ? (
          <PostTime status={status} className={styles.runTime} />
        ) : (
          <header className={styles.head}>
            <Link to="/@{$handle}" params={{ handle: account.acct }} className={styles.name} id={ids.name}>
              <bdi>{name}</bdi>
              {account.roost.official && (
                <>
                  {' '}
                  <Seal label={t('post.official')} />
                </>
              )}
            </Link>
            <span className={`${styles.byline} trunc`} title={`@${account.acct}`}>
              {account.roost.official && `${t('post.officialWord')} · `}
              <bdi>{byline(account)}</bdi>
            </span>
            {part && <span className={styles.part}>{part}</span>}
            <Marks status={status} />
            <PostTime status={status} className={styles.time} />
          </header>
        )}
        {filter.titles.length > 0 && <FilterLine titles={filter.titles} open onToggle={filter.toggle} />}
        <Content status={status} textId={ids.text} inRun={inRun} />
        <PostActions post={post} menuOpen={menuOpen} onMenuOpen={setMenuOpen} floating={floating} />
        {footer}
      </div>
    </article>
  );
}

/** Who may see it when not everyone may, and whether it was edited. */
function Marks({ status }: { status: Status }) {
  const t = useText();
  return (
    <span className={styles.marks}>
      {status.visibility !== 'public' && (
        <span title={t(`audience.${status.visibility}`)}>
          <Icon name={status.visibility === 'direct' ? 'mail' : status.visibility === 'private' ? 'lock' : 'eyeoff'} small />
          <span className="vh">{t(`audience.${status.visibility}`)}</span>
        </span>
      )}
      {status.edited_at && <span>{t('post.edited')}</span>}
    </span>
  );
}

function Boosters({ people }: { people: Account[] }) {
  const first = people[0];
  if (!first) return null;
  const name = first.display_name || first.username;
  return (
    <div className={styles.context}>
      <Icon name="boost" small />
      <span className="trunc">
        <Rich
          id={people.length === 1 ? 'post.boostedBy' : 'post.boostedByMore'}
          values={{ name, others: people.length - 1 }}
          parts={{ 0: <Link to="/@{$handle}" params={{ handle: first.acct }} className={styles.booster} />, 1: <b /> }}
        />
      </span>
    </div>
  );
}

/** Media as they are, or blurred; the code for that comes to those who have such a filter. */
function Veiled({ titles, children, ...rest }: MediaVeilProps) {
  if (titles.length === 0) return children;
  return (
    <Suspense fallback={null}>
      <MediaVeil titles={titles} {...rest}>
        {children}
      </MediaVeil>
    </Suspense>
  );
}

/** Text and pictures, behind the content warning when there is one. */
export function Content({ status, textId, inRun, large }: { status: Status; textId?: string; inRun?: boolean; large?: string }) {
  const t = useText();
  const [open, toggle] = useUnfolded(status.id);
  const folded = status.spoiler_text !== '' && !open;
  const place = useContext(FilterPlace);
  const blurredBy = status.media_attachments.length > 0 ? filterTitles(status, place, ['blur']) : [];
  return (
    <>
      {status.spoiler_text !== '' && (
        <div className={styles.warning}>
          <Icon name="alert" small />
          <span id={folded ? textId : undefined} className="grow" dir="auto" lang={status.language ?? undefined}>
            <Marked text={status.spoiler_text} />
          </span>
          <Button size="small" aria-expanded={open} onClick={toggle}>
            {t(open ? 'post.hide' : 'post.show')}
          </Button>
        </div>
      )}
      {!folded && (
        <>
          <PostText
            id={textId}
            text={status.roost.text}
            entities={status.roost.entities}
            lang={status.language}
            className={large ?? (inRun ? styles.runText : undefined)}
          />
          {status.poll && <LatePoll status={status} poll={status.poll} />}
          <Veiled statusId={status.id} titles={blurredBy}>
            <PostMedia media={status.media_attachments} />
          </Veiled>
        </>
      )}
    </>
  );
}
