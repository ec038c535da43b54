import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { enableSingleKeys, useKeys } from '../keys/use-keys.js';
import { useSession } from '../session.js';
import { requestComposer } from './compose-request.js';
import { openKeyHelp } from './key-help-store.js';
import { palette, togglePalette } from './palette-store.js';

/** The keys that work on every page. */
export function useFrameKeys(): void {
  const navigate = useNavigate();
  const { account, preferences } = useSession();
  useEffect(() => enableSingleKeys(preferences.single_keys), [preferences.single_keys]);
  // With a modifier it is no single key: it works in fields too, and cannot be turned off.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const here = event.target instanceof Element && event.target.closest('[role=dialog]');
      if (palette.get() && !here && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        event.stopPropagation();
        palette.set((open) => open && { typed: open.typed + event.key });
        return;
      }
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      togglePalette();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, []);
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
    'g l': () => void navigate({ to: '/lists' }),
    'g n': () => void navigate({ to: '/notifications' }),
    'g e': () => void navigate({ to: '/search' }),
    'g p': () => void navigate({ to: '/@{$handle}', params: { handle: account.acct } }),
  });
}
