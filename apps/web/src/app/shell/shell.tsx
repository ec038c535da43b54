import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ComposeRequests } from '../../features/composer/compose-requests.js';
import { ReportRequests } from '../../features/moderation/report-requests.js';
import { WithQueries } from '../with-queries.js';
import { BottomBar } from './bottom-bar.js';
import { Nav } from './nav.js';
import { useLive } from '../../live/use-live.js';
import { useFrameKeys } from './use-frame-keys.js';
import { useSessionEnd } from './use-session-end.js';
import styles from './shell.module.css';
import { useStore } from '../common/store.js';
import { loadTexts } from '../../i18n/catalogues.js';
import { keyHelp } from './key-help-store.js';
import { palette } from './palette-store.js';

/** The frame of every page inside: navigation, the page's own main and aside, bars on small screens. */
export function Shell() {
  return (
    <WithQueries>
      <Frame />
    </WithQueries>
  );
}

/** Their texts come with them. */
const KeyHelp = lazy(async () => {
  const [file] = await Promise.all([import('./key-help.js'), loadTexts('pages')]);
  return { default: file.KeyHelp };
});

const Palette = lazy(async () => {
  const [file] = await Promise.all([import('../../features/palette/palette.js'), loadTexts('pages')]);
  return { default: file.Palette };
});

function Frame() {
  const helps = useStore(keyHelp);
  const commands = useStore(palette) !== null;
  useFrameKeys();
  useLive();
  useSessionEnd();
  return (
    <>
      <div className={styles.app}>
        <Nav />
        <Outlet />
      </div>
      <BottomBar />
      {helps && (
        <Suspense fallback={null}>
          <KeyHelp />
        </Suspense>
      )}
      {commands && (
        <Suspense fallback={null}>
          <Palette />
        </Suspense>
      )}
      <ComposeRequests />
      <ReportRequests />
    </>
  );
}
