import type { Notification } from '@roost/contracts';
import { AvatarRow, cx, Icon, IconButton, type IconName } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { clock, fullDate } from '../../i18n/format.js';
import { Rich, useText } from '../../i18n/use-text.js';
import { useSession } from '../../app/session.js';
import { nameOf } from '../people/account-name.js';
import { FollowButton } from '../people/follow-button.js';
import { excerpt } from '../statuses/excerpt.js';
import { filterTitles } from '../statuses/filtered.js';
import { Post } from '../statuses/post.js';
import type { NotificationGroup } from './group-notifications.js';
import styles from './notifications.module.css';

const icons: Record<Notification['type'], IconName> = {
  mention: 'at',
  status: 'bell',
  reblog: 'boost',
  follow: 'user',
  follow_request: 'user',
  favourite: 'like',
  update: 'edit',
  poll: 'check',
  'admin.sign_up': 'users',
  'admin.report': 'flag',
};

interface NotificationRowProps {
  group: NotificationGroup;
  onDismiss: () => void;
}

/** Mentions and polls stand as the post they are, ready to be answered or read; everything else as one line. */
export function NotificationRow({ group, onDismiss }: NotificationRowProps) {
  const t = useText();
  const { first, unread } = group;
  const whole = (first.type === 'mention' || first.type === 'status' || first.type === 'poll') && first.status;
  return (
    <div className={cx(styles.row, unread && styles.unread)}>
      {unread && (
        <span className={styles.dot}>
          <span className="vh">{t('notifications.unread')}</span>
        </span>
      )}
      {whole ? (
        <>
          <p className={styles.context}>
            <Icon name={first.roost.reply ? 'reply' : icons[first.type]} small />
            <span className="trunc">
              <Sentence group={group} />
            </span>
          </p>
          <Post status={whole} tabIndex={0} focusName={`notification-${first.id}`} />
        </>
      ) : (
        <Line group={group} />
      )}
      <IconButton icon="x" small label={t('notifications.dismiss')} className={styles.dismiss} onClick={onDismiss} />
    </div>
  );
}

function Line({ group }: { group: NotificationGroup }) {
  const t = useText();
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { first, items } = group;
  const date = new Date(first.created_at);
  const { status } = first;
  const filtered = status ? filterTitles(status, 'notifications', ['warn', 'hide']) : [];
  const open = () => {
    if (status) void navigate({ to: '/@{$handle}/$post', params: { handle: status.account.acct, post: status.id } });
    else void navigate({ to: '/@{$handle}', params: { handle: (first.report?.target_account ?? first.account).acct } });
  };
  return (
    <article
      className={styles.line}
      tabIndex={0}
      data-step
      data-focus={`notification-${first.id}`}
      aria-labelledby={`notification-${first.id}`}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && open()}
    >
      <span className={styles.icon}>
        <Icon name={icons[first.type]} />
      </span>
      <div className={styles.body}>
        <AvatarRow
          size={32}
          people={items.slice(0, 6).map(({ account }) => ({
            name: nameOf(account),
            src: account.roost.has_avatar ? account.avatar_static : null,
            official: account.roost.official,
          }))}
        />
        <p id={`notification-${first.id}`} className={styles.sentence}>
          <Sentence group={group} />
        </p>
        {status && (
          <Link
            to="/@{$handle}/$post"
            params={{ handle: status.account.acct, post: status.id }}
            className={styles.excerpt}
            lang={status.language ?? undefined}
            dir="auto"
          >
            {filtered.length > 0 ? t('post.filtered', { filters: filtered.join(', ') }) : excerpt(status, 140)}
          </Link>
        )}
        {first.report && first.report.comment !== '' && <p className={styles.excerpt}>{first.report.comment}</p>}
        {first.type === 'follow' && items.length === 1 && (
          <div className={styles.back}>
            <FollowButton account={first.account} small />
          </div>
        )}
      </div>
      <time className={styles.time} dateTime={first.created_at} title={fullDate(date, i18n.locale)}>
        {clock(date, i18n.locale)}
      </time>
    </article>
  );
}

/** A reply is a mention, a request to follow is told like a follow, and one's own poll ends otherwise than another's. */
function wordsFor({ type, account, roost }: Notification, meId: string) {
  if (type === 'mention' && roost.reply) return 'reply';
  if (type === 'follow_request') return 'follow';
  if (type === 'admin.sign_up') return 'joined';
  if (type === 'admin.report') return 'reported';
  return type === 'poll' && account.id === meId ? 'ownPoll' : type;
}

function Sentence({ group: { first, items } }: { group: NotificationGroup }) {
  const { account: me } = useSession();
  const id = wordsFor(first, me.id);
  const who = <Link to="/@{$handle}" params={{ handle: first.account.acct }} className={styles.who} />;
  const target = first.report?.target_account ?? first.account;
  const whom = <Link to="/@{$handle}" params={{ handle: target.acct }} className={styles.who} />;
  return (
    <Rich
      id={`notifications.type.${id}`}
      values={{
        name: nameOf(first.account),
        others: items.length - 1,
        target: nameOf(target),
      }}
      parts={{ 0: who, 1: whom }}
    />
  );
}
