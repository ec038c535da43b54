import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useChannel } from './channels.js';

/** Opens the live connection once the first screen has been painted. */
export function useLive(): void {
  const client = useQueryClient();
  const router = useRouter();
  useChannel('notifications');
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const start = () =>
      void import('./connection.js').then(({ connect }) => {
        if (!gone) stop = connect(client, () => void router.invalidate());
      });
    const handle = 'requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 2000 }) : setTimeout(start, 200);
    return () => {
      gone = true;
      if ('cancelIdleCallback' in window) cancelIdleCallback(handle);
      else clearTimeout(handle);
      stop?.();
    };
  }, [client, router]);
}
