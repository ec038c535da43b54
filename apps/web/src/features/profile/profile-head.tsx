import type { Account, Relationship } from '@roost/contracts';
import { Badge, Button, buttonClass, Note, Seal } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../app/session.js';
import { count, fullDate } from '../../i18n/format.js';
import { Rich, useText } from '../../i18n/use-text.js';
import { AccountAvatar } from '../people/account-avatar.js';
import { AccountCues } from '../people/account-cues.js';
import { nameOf } from '../people/account-name.js';
import { AccountText } from '../people/account-text.js';
import { FollowButton } from '../people/follow-button.js';
import { answerRequest, relate } from '../people/relate.js';
import { Cover } from './cover.js';
import { ProfileMenu } from './profile-menu.js';
import styles from './profile.module.css';

interface ProfileHeadProps {
  account: Account;
  relationship: Relationship | undefined;
}

/** Who it is, how the reader stands to them, and what can be done about it. */
export function ProfileHead({ account, relationship }: ProfileHeadProps) {
  const t = useText();
  const { account: me } = useSession();
  const own = me.id === account.id;
  return (
    <>
      <Cover account={account} />
      <div className={styles.head}>
        <div className={styles.top}>
          <AccountAvatar account={account} size={88} className={styles.avatar} />
          <div className={styles.actions}>
            <ProfileMenu account={account} relationship={relationship} />
            {own ? (
              <Link to="/settings/$section" params={{ section: 'profile' }} className={buttonClass('line')}>
                {t('profile.edit')}
              </Link>
            ) : (
              <FollowButton account={account} />
            )}
          </div>
        </div>
        <p className={styles.name}>
          <bdi>{nameOf(account)}</bdi> {account.roost.official && <Seal label={t('post.official')} />}
        </p>
        <p className={styles.handle}>
          <span className="muted">@{account.acct}</span>
          {relationship?.followed_by && <Badge tone="outline">{t('people.followsYou')}</Badge>}
          <AccountCues account={account} />
        </p>
        {account.roost.note && (
          <p className={styles.bio}>
            <AccountText text={account.roost.note} />
          </p>
        )}
        <Fields account={account} />
        <Counts account={account} />
        <Notes account={account} relationship={relationship} />
      </div>
    </>
  );
}

function Fields({ account }: { account: Account }) {
  const fields = account.roost.fields.filter((field) => field.name || field.value);
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map((field, index) => (
        <div key={index}>
          <dt dir="auto">{field.name}</dt>
          <dd>
            <AccountText text={field.value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Counts({ account }: { account: Account }) {
  const { i18n } = useLingui();
  const shown = (value: number) => ({ shown: count(value, i18n.locale), count: value });
  const to = { to: '/@{$handle}', params: { handle: account.acct }, replace: true, resetScroll: false } as const;
  return (
    <p className={styles.counts}>
      <Link {...to} search={{}}>
        <Rich id="profile.posts" values={shown(account.statuses_count)} parts={{ 0: <b /> }} />
      </Link>
      <Link {...to} search={{ tab: 'followers' }}>
        <Rich id="profile.followers" values={shown(account.followers_count)} parts={{ 0: <b /> }} />
      </Link>
      <Link {...to} search={{ tab: 'following' }}>
        <Rich id="profile.following" values={shown(account.following_count)} parts={{ 0: <b /> }} />
      </Link>
    </p>
  );
}

/** What needs a sentence: official, suspended, muted, asking to follow. */
function Notes({ account, relationship }: ProfileHeadProps) {
  const t = useText();
  const client = useQueryClient();
  const { i18n } = useLingui();
  const until = relationship?.muting_expires_at;
  return (
    <div className={styles.notes}>
      {account.roost.official && (
        <Note tone="accent" icon="shield">
          <b>{t('profile.official.title')}</b> {t('profile.official.words')}
        </Note>
      )}
      {account.suspended && (
        <Note tone="brick" icon="ban">
          {t('profile.suspended.words')}
        </Note>
      )}
      {relationship?.requested_by && (
        <Note tone="ember" icon="user">
          <div className="row wrap">
            <span className="grow">{t('profile.asksToFollow', { name: nameOf(account) })}</span>
            <Button size="small" onClick={() => void answerRequest(client, account, 'authorize')}>
              {t('people.accept')}
            </Button>
            <Button size="small" onClick={() => void answerRequest(client, account, 'reject')}>
              {t('people.reject')}
            </Button>
          </div>
        </Note>
      )}
      {relationship?.muting && (
        <Note tone="iris" icon="eyeoff">
          <div className="row wrap">
            <span className="grow">
              {until ? t('people.mutedUntil', { time: fullDate(new Date(until), i18n.locale) }) : t('people.mutedForGood')}
            </span>
            <Button size="small" onClick={() => void relate(client, account, 'unmute')}>
              {t('people.unmute')}
            </Button>
          </div>
        </Note>
      )}
    </div>
  );
}
