import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { enableSingleKeys, useKeys } from '../keys/use-keys.js';
import { useSession } from '../session.js';
import { requestComposer } from './compose-request.js';
import { openKeyHelp } from './key-help-store.js';

/** The keys that work on every page. */
export function useFrameKeys(): void {
  const navigate = useNavigate();
  const { account, preferences } = useSession();
  useEffect(() => enableSingleKeys(preferences.single_keys), [preferences.single_keys]);
  useKeys({
    n: () => requestComposer({}),
    '/': () => {
      const field = document.querySelector<HTMLInputElement>('[data-search-field]');
      if (field?.offsetParent) field.focus();
      else void navigate({ to: '/search' });
    },
    '?': openKeyHelp,
    'g h': () => void navigate({ to: '/home' }),
    'g s': () => void navigate({ to: '/saved' }),
    'g n': () => void navigate({ to: '/notifications' }),
    'g e': () => void navigate({ to: '/search' }),
    'g p': () => void navigate({ to: '/@{$handle}', params: { handle: account.acct } }),
  });
}
