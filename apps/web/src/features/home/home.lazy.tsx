import { buttonClass, EmptyState, Tabs } from '@roost/ui';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { takeComposeRequests } from '../../app/shell/compose-request.js';
import { Page } from '../../app/shell/page.js';
import { useText } from '../../i18n/use-text.js';
import { AnnouncementsPlace } from '../announcements/announcements-place.js';
import type { ComposerHandle } from '../composer/composer.js';
import { Timeline } from '../timelines/timeline.js';
import { HomeAside } from './home-aside.js';
import styles from './home.module.css';

/** Writing comes after reading: its code loads beside the first posts, in a place kept free for it. */
const Composer = lazy(() => import('../composer/composer.js').then((file) => ({ default: file.Composer })));

export const Route = createLazyRoute('/inside/home')({ component: Home });

function Home() {
  const t = useText();
  const navigate = useNavigate();
  const { feed } = Route.useSearch();
  const composer = useRef<ComposerHandle>(null);
  const place = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(false);
  useEffect(
    () =>
      takeComposeRequests(({ replyTo, edit }) => {
        // The one on the page, while it is there and on screen.
        if (replyTo || edit || !place.current?.offsetParent || place.current.getBoundingClientRect().bottom < 0) return false;
        if (composer.current) composer.current.focus();
        else setWanted(true);
        return true;
      }),
    [],
  );
  const tabs = (
    <Tabs
      label={t('home.feeds')}
      items={[
        { id: 'following', label: t('home.following') },
        { id: 'company', label: t('home.company') },
      ]}
      selected={feed ?? 'following'}
      panelId="feed"
      onSelect={(id) => void navigate({ to: '/home', search: id === 'company' ? { feed: id } : {}, resetScroll: true })}
    />
  );
  return (
    <Page title={t('home.title')} actions={tabs} actionsInBar aside={<HomeAside />}>
      <AnnouncementsPlace />
      <div className={styles.composer} ref={place}>
        <Suspense fallback={<div className={`sheet ${styles.waiting}`} />}>
          <Composer ref={composer} autoFocus={wanted} />
        </Suspense>
      </div>
      <div id="feed" role="tabpanel" aria-label={feed === 'company' ? t('home.company') : t('home.following')}>
        {feed === 'company' ? (
          <Timeline
            key="company"
            feed="company"
            label={t('home.company')}
            empty={
              <EmptyState birds="waiting" title={t('company.empty.title')}>
                <p>{t('company.empty.words')}</p>
              </EmptyState>
            }
          />
        ) : (
          <Timeline key="home" feed="home" label={t('home.following')} empty={<EmptyHome />} />
        )}
      </div>
    </Page>
  );
}

function EmptyHome() {
  const t = useText();
  return (
    <EmptyState
      birds="waiting"
      title={t('home.empty.title')}
      actions={
        <>
          <Link to="/home" search={{ feed: 'company' }} className={buttonClass('primary')}>
            {t('home.empty.company')}
          </Link>
          <Link to="/search" className={buttonClass('line')}>
            {t('home.empty.search')}
          </Link>
        </>
      }
    >
      <p>{t('home.empty.words')}</p>
    </EmptyState>
  );
}
