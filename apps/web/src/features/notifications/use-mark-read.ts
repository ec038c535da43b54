import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { markRead } from './notifications-query.js';

/** Marks everything up to the newest as read once it has been in sight for a second. */
export function useMarkRead(newest: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!newest) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => {
        // A marker that did not move moves with the next visit; nobody has to hear of it.
        markRead(client, newest).catch(() => undefined);
      }, 1000);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, newest]);
}
