import { useEffect } from 'react';
import { useSession } from '../../app/session.js';

/** Lets new posts in by themselves, but only where nobody can lose their place: at the top, tab visible, list untouched. */
export function useFlow(feed: string, waiting: number, run: () => void): void {
  const { preferences } = useSession();
  useEffect(() => {
    if (!preferences.flow || waiting === 0) return undefined;
    const tryIt = () => {
      const list = document.querySelector<HTMLElement>(`[data-feed="${CSS.escape(feed)}"]`);
      const untouched = !list || (!list.contains(document.activeElement) && !list.matches(':hover'));
      const noMenu = !document.querySelector('[role=menu],[role=dialog]');
      if (scrollY <= 8 && document.visibilityState === 'visible' && untouched && noMenu) run();
    };
    tryIt();
    const timer = setInterval(tryIt, 2000);
    return () => clearInterval(timer);
  }, [feed, preferences.flow, waiting, run]);
}
