import { expectTexts } from '../i18n/catalogues.js';

const key = 'roost.inside';

/** Remembers for the next visit whether somebody is signed in on this device. */
export function rememberInside(inside: boolean): void {
  try {
    if (inside) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Without memory the next visit only starts a little later.
  }
}

/**
 * Who was signed in last time probably still is: the frame, its texts and the first posts are asked for at once, beside the
 * question who is here instead of after it. A wrong guess costs one refused request.
 */
export function takeHeadStart(): void {
  try {
    if (localStorage.getItem(key) !== '1') return;
  } catch {
    return;
  }
  expectTexts('inside');
  void import('./shell/shell.lazy.js');
  if (location.pathname !== '/' && location.pathname !== '/home') return;
  void import('../features/home/home.lazy.js');
  void import('./prefetch.js').then(({ prefetchTimeline, settleAnnouncements }) => {
    prefetchTimeline(new URLSearchParams(location.search).get('feed') === 'company' ? 'company' : 'home');
    void settleAnnouncements();
  });
}
