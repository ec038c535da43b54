import type { Account } from '@roost/contracts';
import { Button, EmptyState, ErrorState, Skeleton, Tabs } from '@roost/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { ApiError } from '../../api/api-error.js';
import { FailureWords } from '../../app/common/failure.js';
import { NotFoundWords } from '../../app/not-found.js';
import { Page } from '../../app/shell/page.js';
import { useText } from '../../i18n/use-text.js';
import { AccountList } from '../people/account-list.js';
import { nameOf } from '../people/account-name.js';
import { FollowButton } from '../people/follow-button.js';
import { relationshipQuery } from '../relationships/follow-account.js';
import { useSession } from '../../app/session.js';
import { ProfileAside } from './profile-aside.js';
import { ProfileHead } from './profile-head.js';
import { ProfilePosts } from './profile-posts.js';
import { profileQuery, type ProfileTab } from './profile-query.js';
import styles from './profile.module.css';

export const Route = createLazyRoute('/inside/@{$handle}')({ component: ProfilePage });

const tabs: ProfileTab[] = ['posts', 'replies', 'media', 'followers', 'following'];

function ProfilePage() {
  const t = useText();
  const { handle } = Route.useParams();
  const { data: account, error, isPending, refetch } = useQuery(profileQuery(handle));
  if (account) return <Profile key={account.id} account={account} />;
  return (
    <Page title={`@${handle}`} back>
      <div className="sheet flat">
        {isPending ? (
          <Skeleton label={t('people.loading')} rows={3} />
        ) : error instanceof ApiError && error.status === 404 ? (
          <NotFoundWords level={2} />
        ) : (
          <ErrorState
            title={t('profile.failed')}
            actions={
              <Button look="primary" icon="refresh" onClick={() => void refetch()}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            <FailureWords error={error} />
          </ErrorState>
        )}
      </div>
    </Page>
  );
}

function Profile({ account }: { account: Account }) {
  const t = useText();
  const navigate = useNavigate();
  const { account: me } = useSession();
  const { tab = 'posts' } = Route.useSearch();
  const own = me.id === account.id;
  const { data: relationship } = useQuery({ ...relationshipQuery(account.id), enabled: !own });
  const name = nameOf(account);
  const hidden = account.suspended || relationship?.blocking || relationship?.blocked_by;
  return (
    <Page title={name} back aside={<ProfileAside account={account} />}>
      <section className="sheet flat" aria-label={name}>
        <ProfileHead account={account} relationship={relationship} />
        {!hidden && (
          <Tabs
            look="underline"
            label={t('profile.tabs')}
            className={styles.tabs}
            panelId="profile-panel"
            selected={tab}
            items={tabs.map((id) => ({ id, label: t(`profile.tab.${id}`) }))}
            onSelect={(id) =>
              void navigate({
                to: '/@{$handle}',
                params: { handle: account.acct },
                search: id === 'posts' ? {} : { tab: id },
                resetScroll: false,
                replace: true,
              })
            }
          />
        )}
      </section>
      {account.suspended ? null : relationship?.blocking ? (
        <div className={`sheet flat ${styles.apart}`}>
          <EmptyState icon="ban" title={t('profile.blocking.title', { name })} actions={<FollowButton account={account} />}>
            <p>{t('profile.blocking.words')}</p>
          </EmptyState>
        </div>
      ) : relationship?.blocked_by ? (
        <div className={`sheet flat ${styles.apart}`}>
          <EmptyState icon="lock" title={t('profile.blockedYou.title')}>
            <p>{t('profile.blockedYou.words', { name })}</p>
          </EmptyState>
        </div>
      ) : (
        <div id="profile-panel" role="tabpanel" aria-label={t(`profile.tab.${tab}`)}>
          {tab === 'followers' || tab === 'following' ? (
            <div className={`sheet flat ${styles.apart}`}>
              <AccountList
                key={tab}
                cacheKey={['related', account.id, tab]}
                path={`/api/v1/accounts/${account.id}/${tab}`}
                label={t(`profile.tab.${tab}`)}
                empty={<EmptyState birds="waiting" title={t(`profile.empty.${tab}`)} />}
              />
            </div>
          ) : (
            <ProfilePosts key={tab} account={account} tab={tab} own={own} relationship={relationship} />
          )}
        </div>
      )}
    </Page>
  );
}
