import { Avatar, Button, Count, Icon, Kbd, Mark, Wordmark, type IconName } from '@roost/ui';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { followedTagsQuery, unreadQuery } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../session.js';
import { AccountMenu } from './account-menu.js';
import { requestComposer } from './compose-request.js';
import { ConnectionState } from './connection-state.js';
import styles from './nav.module.css';

export function Nav() {
  const t = useText();
  const { data: unread = 0 } = useQuery(unreadQuery);
  return (
    <nav className={styles.nav} aria-label={t('nav.main')}>
      <Link to="/home" className={styles.brand} aria-label={t('nav.brand')}>
        <span className={styles.wordmark}>
          <Wordmark />
        </span>
        <span className={styles.mark}>
          <Mark />
        </span>
      </Link>
      <ul className={styles.list}>
        <Entry to="/home" icon="home" keys="G H" label={t('nav.home')} />
        <Entry to="/search" icon="search" keys="G E" label={t('nav.search')} />
        <Entry to="/notifications" icon="bell" keys="G N" label={t('nav.notifications')} unread={unread} />
        <Entry to="/saved" icon="save" keys="G S" label={t('nav.saved')} />
        <Entry to="/lists" icon="list" keys="G L" label={t('nav.lists')} />
      </ul>
      <Button look="primary" size="big" className={styles.compose} onClick={() => requestComposer({})}>
        <Icon name="plus" />
        <span className="grow">{t('nav.newPost')}</span>
        <Kbd>N</Kbd>
      </Button>
      <FollowedTags />
      <div className={styles.foot}>
        <ConnectionState />
        <Me />
      </div>
    </nav>
  );
}

function Entry({
  to,
  icon,
  label,
  keys,
  unread = 0,
}: {
  to: '/home' | '/search' | '/notifications' | '/saved' | '/lists';
  icon: IconName;
  label: string;
  keys: string;
  unread?: number;
}) {
  const t = useText();
  const { preferences } = useSession();
  return (
    <li>
      <Link
        to={to}
        title={preferences.single_keys ? `${label} (${keys})` : undefined}
        className={styles.item}
        activeOptions={{ includeSearch: false }}
        data-focus={`nav-${icon}`}
      >
        <Icon name={icon} />
        <span className={styles.word}>{label}</span>
        {unread > 0 && <Count value={unread} label={t('nav.unread')} fresh />}
      </Link>
    </li>
  );
}

function FollowedTags() {
  const t = useText();
  const { data: tags = [] } = useQuery(followedTagsQuery);
  if (tags.length === 0) return null;
  return (
    <div className={styles.tags}>
      <h2 className={`caps ${styles.head}`}>{t('nav.followedTags')}</h2>
      <ul>
        {tags.slice(0, 12).map((tag) => (
          <li key={tag.name}>
            <Link to="/tag/$tag" params={{ tag: tag.roost.written }} className={styles.tag}>
              <span className="muted" aria-hidden="true">
                #
              </span>
              <span className="trunc">{tag.roost.written}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Me() {
  const { account } = useSession();
  return (
    <div className={styles.me}>
      <Link to="/@{$handle}" params={{ handle: account.acct }} className={styles.meLink}>
        <Avatar
          src={account.roost.has_avatar ? account.avatar : null}
          name={account.display_name || account.username}
          official={account.roost.official}
          size={32}
        />
        <span className={styles.meWords}>
          <b className="trunc">{account.display_name || account.username}</b>
          <span className="muted small trunc">@{account.acct}</span>
        </span>
      </Link>
      <AccountMenu placement="top end" />
    </div>
  );
}
