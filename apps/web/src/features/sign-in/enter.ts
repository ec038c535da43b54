import type { RouterHistory } from '@tanstack/react-router';
import { reloadState } from '../../api/state.js';

/** After a session has begun: asks who is signed in and goes where the person wanted to. */
export async function enter(router: { history: RouterHistory }, next: string | undefined): Promise<void> {
  await reloadState();
  router.history.push(safePath(next));
}

/** Only paths of this site: an address in a link must not lead anybody elsewhere after signing in. */
export function safePath(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/home';
  return next.startsWith('/sign-in') ? '/home' : next;
}
