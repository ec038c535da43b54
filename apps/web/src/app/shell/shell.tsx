import { Outlet } from '@tanstack/react-router';
import { ComposeRequests } from '../../features/composer/compose-requests.js';
import { WithQueries } from '../with-queries.js';
import { BottomBar } from './bottom-bar.js';
import { Nav } from './nav.js';
import { useLive } from '../../live/use-live.js';
import { useFrameKeys } from './use-frame-keys.js';
import { useSessionEnd } from './use-session-end.js';
import styles from './shell.module.css';
import { KeyHelp } from './key-help.js';

/** The frame of every page inside: navigation, the page's own main and aside, bars on small screens. */
export function Shell() {
  return (
    <WithQueries>
      <Frame />
    </WithQueries>
  );
}

function Frame() {
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
      <KeyHelp />
      <ComposeRequests />
    </>
  );
}
