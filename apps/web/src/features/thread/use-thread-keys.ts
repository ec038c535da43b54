import type { RefObject } from 'react';
import { useKeys } from '../../app/keys/use-keys.js';

/** J and K through every post of the thread, [ and ] through the parts of the focused author. */
export function useThreadKeys(list: RefObject<HTMLDivElement | null>): void {
  const move = (selector: string, by: 1 | -1) => {
    const posts = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const active = document.activeElement?.closest('article');
    const at = active ? posts.findIndex((post) => post === active) : -1;
    const start = posts.findIndex((post) => 'focusedPost' in post.dataset);
    const next = posts[at < 0 ? Math.max(0, start) : at + by];
    if (!next) return false;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
    return true;
  };
  useKeys({
    j: () => move('article', 1),
    k: () => move('article', -1),
    ']': () => move('[data-focused-post], [data-continued] article', 1),
    '[': () => move('[data-focused-post], [data-continued] article', -1),
  });
}
