import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSignedOut } from '../../api/client.js';
import { reloadState } from '../../api/state.js';

/** When the session has ended elsewhere, the routes lead to the sign-in page and back here after it; drafts are kept. */
export function useSessionEnd(): void {
  const router = useRouter();
  useEffect(() => {
    let asked = false;
    return onSignedOut(() => {
      if (asked) return;
      asked = true;
      reloadState()
        .then(() => router.invalidate())
        .catch(() => undefined)
        .finally(() => (asked = false));
    });
  }, [router]);
}
