import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useChannel } from './channels.js';

/** Opens the live connection once the first screen has been painted. */
export function useLive(): void {
  const client = useQueryClient();
  useChannel('notifications');
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const start = () =>
      void import('./connection.js').then(({ connect }) => {
        if (!gone) stop = connect(client);
      });
    const handle = 'requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 2000 }) : setTimeout(start, 200);
    return () => {
      gone = true;
      if ('cancelIdleCallback' in window) cancelIdleCallback(handle);
      else clearTimeout(handle);
      stop?.();
    };
  }, [client]);
}
